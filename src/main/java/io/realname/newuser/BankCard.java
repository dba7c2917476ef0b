package io.realname.newuser;

import io.realname.bankcard.Bank;
import io.realname.bankcard.Pan;
import io.realname.mobile.MobileNumber;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is stated.
 *
 * @param mobile the number that the bank has on file for the card
 * @param bank whose card it is said to be; counts only where the number does not tell
 */
public record BankCard(
        Pan pan, MobileNumber mobile, @Nullable Bank bank) {

    @Override
    public String toString() {
        return "BankCard[sealed]";
    }
}
