package io.realname.payment;

import io.realname.licence.EnterpriseName;

/** The receiver of a small payment. */
public record PaymentOrder(EnterpriseName enterprise, CorporateAccount account) {

    @Override
    public String toString() {
        return "PaymentOrder[sealed]";
    }
}
