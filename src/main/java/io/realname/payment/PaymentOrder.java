package io.realname.payment;

import io.realname.licence.EnterpriseName;

/** To whom a small amount is to be sent. */
public record PaymentOrder(EnterpriseName enterprise, CorporateAccount account) {

    @Override
    public String toString() {
        return "PaymentOrder[sealed]";
    }
}
