package io.realname.newuser;

import io.realname.bankcard.Bank;
import io.realname.bankcard.Pan;
import io.realname.mobile.MobileNumber;
import org.jspecify.annotations.Nullable;

/**
 * A bank card, as the applicant states it.
 *
 * @param mobile the number that the bank has on file for the card
 * @param bank the bank that the applicant names; used only if the card number does not tell the bank
 */
public record BankCard(
        Pan pan, MobileNumber mobile, @Nullable Bank bank) {

    @Override
    public String toString() {
        return "BankCard[sealed]";
    }
}
