package io.realname.bankcard;

import io.realname.mobile.MobileNumber;

/**
 * What a bank is asked: do these four belong to one person? Personal data through and through, so {@link #toString()}
 * tells nothing.
 *
 * @param realName the applicant's name as on the document
 * @param residentIdNumber 18 characters, GB 11643
 * @param pan the card's number
 * @param mobile the number that the bank is said to have on file for the card
 */
public record BankCardQuestion(String realName, String residentIdNumber, Pan pan, MobileNumber mobile) {

    @Override
    public String toString() {
        return "BankCardQuestion[sealed]";
    }
}
