package io.realname.people;

/**
 * Invented enterprises for tests: the same index always gives the same value, another index another one.
 *
 * <p>Indexes run from 0 to {@value TestPeople#LAST}. Nothing here is anybody's: the region is a whole province, in which
 * nothing is ever registered. Check characters are worked out here, without the code under test; that of the organisation
 * code inside a credit code is not right, for the sandbox answers by its place.
 */
public final class TestEnterprises {

    private static final String COMPANY = "91";
    private static final String REGION = "310000";
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private TestEnterprises() {}

    /** A company's name. */
    public static String name(int n) {
        requireIndex(n);
        StringBuilder name = new StringBuilder("上海");
        Integer.toString(n).chars().map(digit -> NUMERALS.charAt(digit - '0')).forEach(name::appendCodePoint);
        return name.append("号测试有限公司").toString();
    }

    /** A unified social credit code; never one of the endings on which the sandbox acts up. */
    public static String creditCode(int n) {
        return creditCode(n, "88");
    }

    /**
     * A unified social credit code with an ending that the sandbox answers by.
     *
     * @param tail two characters, which stand before the check character
     */
    public static String creditCode(int n, String tail) {
        requireIndex(n);
        if (!tail.matches("[" + CODE_CHARACTERS + "]{2}")) {
            throw new IllegalArgumentException("two characters of a credit code");
        }
        return withMod31Check(COMPANY + REGION + "%07d".formatted(n) + tail);
    }

    /** The registration number of a general licence, 15 digits. */
    public static String registrationNumber(int n) {
        requireIndex(n);
        return withMod1110Check(REGION + "%08d".formatted(n));
    }

    /** A corporate account, 16 digits; never one of the endings on which the sandbox acts up. */
    public static String corporateAccount(int n) {
        return corporateAccount(n, "8888");
    }

    /**
     * A corporate account with an ending that the sandbox answers by.
     *
     * @param tail four digits
     */
    public static String corporateAccount(int n, String tail) {
        requireIndex(n);
        if (!tail.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("four digits");
        }
        return "31001%07d%s".formatted(n, tail);
    }

    /** The 17 characters with their check character (GB 32100-2015: weights 3^i modulo 31). */
    private static String withMod31Check(String seventeen) {
        int sum = 0;
        for (int i = seventeen.length() - 1; i >= 0; i--) {
            sum = (3 * sum + CODE_CHARACTERS.indexOf(seventeen.charAt(i))) % 31;
        }
        return seventeen + CODE_CHARACTERS.charAt((31 - sum) % 31);
    }

    /** The 14 digits with their check digit (GS 15-2006, ISO 7064 MOD 11,10). */
    private static String withMod1110Check(String fourteen) {
        int product = 10;
        for (int i = 0; i < fourteen.length(); i++) {
            int sum = (Character.digit(fourteen.charAt(i), 10) + product) % 10;
            product = (sum == 0 ? 20 : 2 * sum) % 11;
        }
        return fourteen + (11 - product) % 10;
    }

    private static void requireIndex(int n) {
        if (n < 0 || n > TestPeople.LAST) {
            throw new IllegalArgumentException("index must be 0 to " + TestPeople.LAST);
        }
    }
}
