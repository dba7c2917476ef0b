package io.realname.licence;

import java.util.regex.Pattern;

/**
 * The registration number of GS 15-2006: authority (6), sequence (8), check digit (1). The check is ISO 7064
 * MOD 11,10.
 */
final class Gs15 {

    private static final Pattern FORM = Pattern.compile("[0-9]{15}");
    private static final int TEN = 10;
    private static final int ELEVEN = 11;

    private Gs15() {}

    /** Whether the text has the form of such a number. The check digit is not checked. */
    static boolean hasForm(String number) {
        return FORM.matcher(number).matches();
    }

    /** Whether the last of 15 digits is the check digit of the 14 before it. */
    static boolean checkDigitMatches(String number) {
        int product = TEN;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (product + number.charAt(i) - '0') % TEN;
            product = (sum == 0 ? TEN : sum) * 2 % ELEVEN;
        }
        return (product + number.charAt(number.length() - 1) - '0') % TEN == 1;
    }
}
