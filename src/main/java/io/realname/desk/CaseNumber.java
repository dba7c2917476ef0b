package io.realname.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The short number by which two people speak about an application: the last 40 bits of its id, which are random, as eight
 * characters of Crockford's Base32 (no I, L, O and U). Among 100,000 open applications, two have the same number in one of
 * 200 cases; the id remains what tells them apart.
 */
public record CaseNumber(String value) {

    private static final char[] CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 8;
    private static final int BITS = 5;
    private static final Pattern READ = Pattern.compile("[0-9A-HJKMNP-TV-Z]{8}");

    /** Such as {@code 7KQ2-9XMA}. */
    public static CaseNumber of(UUID application) {
        StringBuilder value = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            value.append(CHARACTERS[(int) (application.getLeastSignificantBits() >>> BITS * i & 31)]);
        }
        return new CaseNumber(value.insert(LENGTH / 2, '-').toString());
    }

    /**
     * Reads a number as somebody has heard or typed it: in small letters, with or without the hyphen, with O for 0 and I
     * or L for 1. Empty if it is no case number.
     */
    public static Optional<CaseNumber> read(String typed) {
        String characters = typed.replaceAll("[ -]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return READ.matcher(characters).matches()
                ? Optional.of(
                        new CaseNumber(characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2)))
                : Optional.empty();
    }

    /** The last ten hexadecimal digits of the ids that have this number, in small letters. */
    public String lastDigitsOfId() {
        long bits = 0;
        for (char character : value.replace("-", "").toCharArray()) {
            bits = bits << BITS | Arrays.binarySearch(CHARACTERS, character);
        }
        return String.format(Locale.ROOT, "%010x", bits);
    }

    @Override
    public String toString() {
        return value;
    }
}
