package io.realname.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Invented people for tests: the same index always gives the same value, another index another one.
 *
 * <p>Indexes run from 0 to {@value #LAST}. Nothing here is anybody's: the regions of the resident IDs are those of
 * whole provinces, in which nobody is ever registered. Check digits are worked out here, without the code under test.
 */
public final class TestPeople {

    /** The highest index. */
    public static final int LAST = 9_999_999;

    private static final List<String> PROVINCES = List.of("11", "12", "23", "31", "37", "43", "46", "50", "54", "65");
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈林何";
    private static final String GIVEN_NAMES = "一丁三上世中丰为久之乐乔云亚亦京亭仁今介伟佳依俊倩健兰冰凡凯";
    private static final LocalDate OLDEST_BORN = LocalDate.of(1950, 1, 1);
    private static final int DAYS_OF_BIRTH = 20_000; // to 2004: all of age
    private static final int SEQUENCES = 999;

    private TestPeople() {}

    /** A name of two or three Han characters; unlike the numbers, it comes back after some thousand indexes. */
    public static String name(int n) {
        requireIndex(n);
        int given = n / SURNAMES.length();
        String first = one(GIVEN_NAMES, given);
        String second = n % 2 == 0 ? one(GIVEN_NAMES, given / GIVEN_NAMES.length()) : "";
        return one(SURNAMES, n) + first + second;
    }

    /** A resident ID of somebody of age, in upper case. */
    public static String residentId(int n) {
        requireIndex(n);
        LocalDate born = OLDEST_BORN.plusDays(n / SEQUENCES % DAYS_OF_BIRTH);
        return residentIdBornOn(born, n);
    }

    /** A resident ID of somebody born on a day; unlike for each of 999 indexes in a row. */
    public static String residentIdBornOn(LocalDate born, int n) {
        requireIndex(n);
        return citizenNumber(PROVINCES.get(n % PROVINCES.size()) + "0000", born, n % SEQUENCES + 1);
    }

    /** The number of a residence permit of somebody of age from Hong Kong, Macau or Taiwan. */
    public static String hmtResidencePermit(int n) {
        requireIndex(n);
        LocalDate born = OLDEST_BORN.plusDays(n / SEQUENCES % DAYS_OF_BIRTH);
        return citizenNumber("8" + (n % 3 + 1) + "0000", born, n % SEQUENCES + 1);
    }

    /** A number of GB 11643 with the right check character, whatever its parts are worth. */
    public static String citizenNumber(String region, LocalDate born, int sequence) {
        return withMod11Check(region + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence));
    }

    /** The number of a foreign permanent resident ID, in the form of 2023. */
    public static String foreignPermanentResidentId(int n) {
        requireIndex(n);
        LocalDate born = OLDEST_BORN.plusDays(n / SEQUENCES % DAYS_OF_BIRTH);
        return citizenNumber("911840", born, n % SEQUENCES + 1);
    }

    /** The number of a foreign permanent resident ID, in the form before 2023. */
    public static String oldForeignPermanentResidentId(int n) {
        requireIndex(n);
        return "USA11%010d".formatted(n);
    }

    /** The number of a Hong Kong or Macau permit, with the two digits of its first issue. */
    public static String hkMacauPermit(int n) {
        requireIndex(n);
        return "%s%08d00".formatted(n % 2 == 0 ? "H" : "M", n);
    }

    /** The number of a Taiwan permit, 8 digits. */
    public static String taiwanPermit(int n) {
        requireIndex(n);
        return "%08d".formatted(n);
    }

    /** A passport number. */
    public static String passport(int n) {
        requireIndex(n);
        return "E%08d".formatted(n);
    }

    /** A debit card of ICBC, 19 digits. */
    public static String pan(int n) {
        return pan("622202", n, 19);
    }

    /** A credit card of CMB, 16 digits. */
    public static String creditPan(int n) {
        return pan("622575", n, 16);
    }

    /** A semi-credit card of ABC, 16 digits. */
    public static String semiCreditPan(int n) {
        return pan("622820", n, 16);
    }

    /** A prepaid card of COMM, 19 digits: a type that is not accepted. */
    public static String prepaidPan(int n) {
        return pan("620021", n, 19);
    }

    /** A card of no bank in the list, 16 digits. */
    public static String unknownBankPan(int n) {
        return pan("400000", n, 16);
    }

    /** A debit card of a bank in the list that is not supported, of Nanjing, 16 digits. */
    public static String unsupportedBankPan(int n) {
        return pan("622303", n, 16);
    }

    /** The same number with another check digit, which is wrong. */
    public static String withWrongCheckDigit(String pan) {
        int check = Character.digit(pan.charAt(pan.length() - 1), 10);
        return pan.substring(0, pan.length() - 1) + (check + 1) % 10;
    }

    /** A card number that begins so, has that many digits and passes the Luhn check. */
    public static String pan(String prefix, int n, int length) {
        requireIndex(n);
        int free = length - prefix.length() - 1;
        String body = prefix + ("%0" + free + "d").formatted(n);
        if (body.length() != length - 1) {
            throw new IllegalArgumentException("no room for the index");
        }
        return withLuhnCheck(body);
    }

    /** A mobile number of 11 digits; never one of the endings 0001 to 0006, on which the sandbox acts up. */
    public static String mobile(int n) {
        requireIndex(n);
        return "138%04d%04d".formatted(n / 9000, 1000 + n % 9000);
    }

    /**
     * A mobile number of 11 digits with an ending that the sandbox answers by; never one of {@link #mobile}.
     *
     * @param last4 four digits
     * @param n 0 to 9999
     */
    public static String mobileEnding(String last4, int n) {
        if (!last4.matches("[0-9]{4}") || n < 0 || n > 9999) {
            throw new IllegalArgumentException("four digits, and an index of 0 to 9999");
        }
        return "139%04d%s".formatted(n, last4);
    }

    /** The 17 characters with their check character (ISO 7064 MOD 11-2). */
    public static String withMod11Check(String seventeen) {
        int remainder = 0;
        for (int i = 0; i < seventeen.length(); i++) {
            remainder = (remainder + Character.digit(seventeen.charAt(i), 10)) * 2 % 11;
        }
        int check = (12 - remainder) % 11;
        return seventeen + (check == 10 ? "X" : String.valueOf(check));
    }

    /** The digits with their check digit (Luhn, ISO/IEC 7812-1 annex B). */
    public static String withLuhnCheck(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = Character.digit(body.charAt(body.length() - 1 - i), 10);
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return body + (10 - sum % 10) % 10;
    }

    /** The 17 characters with their check character (GB 32100-2015). */
    public static String withGb32100Check(String seventeen) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * alphabet.indexOf(seventeen.charAt(i));
        }
        return seventeen + alphabet.charAt((31 - sum % 31) % 31);
    }

    /** The 14 digits with their check digit (GS 15-2006: ISO 7064 MOD 11,10). */
    public static String withMod1110Check(String fourteen) {
        int product = 10;
        for (int i = 0; i < fourteen.length(); i++) {
            int sum = (product + Character.digit(fourteen.charAt(i), 10)) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return fourteen + (11 - product) % 10;
    }

    private static String one(String characters, int n) {
        return String.valueOf(characters.charAt(n % characters.length()));
    }

    private static void requireIndex(int n) {
        if (n < 0 || n > LAST) {
            throw new IllegalArgumentException("index must be 0 to " + LAST);
        }
    }
}
