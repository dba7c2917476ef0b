package io.realname.desk;

import java.util.UUID;

/**
 * The short number by which two people speak about an application: the last 40 bits of its id, which are random, as eight
 * characters of Crockford's Base32 (no I, L, O and U). Among 100,000 open applications, two have the same number in one of
 * 200 cases; the id remains what tells them apart.
 */
public record CaseNumber(String value) {

    private static final char[] CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 8;

    /** Such as {@code 7KQ2-9XMA}. */
    public static CaseNumber of(UUID application) {
        StringBuilder value = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            value.append(CHARACTERS[(int) (application.getLeastSignificantBits() >>> 5 * i & 31)]);
        }
        return new CaseNumber(value.insert(LENGTH / 2, '-').toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
