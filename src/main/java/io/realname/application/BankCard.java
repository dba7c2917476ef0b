package io.realname.application;

import io.realname.bankcard.Pan;
import io.realname.mobile.MobileNumber;

/** @param mobile the number that the bank has on file for the card */
public record BankCard(Pan pan, MobileNumber mobile) {

    @Override
    public String toString() {
        return "BankCard[sealed]";
    }
}
