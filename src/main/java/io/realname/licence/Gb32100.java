package io.realname.licence;

import java.util.regex.Pattern;

/**
 * The unified social credit code of GB 32100-2015: authority (1), kind (1), region (6), subject (9), check character
 * (1). It consists of digits and capital letters without I, O, S, V and Z. No region of GB/T 2260 begins with 0 or 9,
 * so eighteen zeros are refused, although their check character is right.
 *
 * <p>The check is a weighted sum with the weights 3^i mod 31. It finds every single wrong character.
 */
final class Gb32100 {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[1-8][0-9]{5}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int LENGTH = 18;
    private static final int BASE = 3;

    private Gb32100() {}

    /** Whether the text has the form of such a code. The check character is not checked. */
    static boolean hasForm(String code) {
        return FORM.matcher(code).matches();
    }

    /** Whether the last of 18 characters is the check character of the 17 before it. */
    static boolean checkCharacterMatches(String code) {
        int modulus = ALPHABET.length();
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += weight * ALPHABET.indexOf(code.charAt(i));
            weight = weight * BASE % modulus;
        }
        return ALPHABET.charAt((modulus - sum % modulus) % modulus) == code.charAt(LENGTH - 1);
    }
}
