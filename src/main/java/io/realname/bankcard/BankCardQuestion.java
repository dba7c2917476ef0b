package io.realname.bankcard;

import io.realname.mobile.MobileNumber;

/**
 * The question to the bank: do these four values belong to one person? All of them are personal data, so
 * {@link #toString()} shows none of them.
 *
 * @param realName the applicant's name as on the document
 * @param residentIdNumber 18 characters, GB 11643
 * @param pan the card's number
 * @param mobile the number that the bank has on file for the card, as the applicant states
 */
public record BankCardQuestion(String realName, String residentIdNumber, Pan pan, MobileNumber mobile) {

    @Override
    public String toString() {
        return "BankCardQuestion[sealed]";
    }
}
