package io.realname.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The countries and territories that issue passports, by the code that stands on the passport's data page (ISO 3166-1
 * alpha-3, ICAO Doc 9303-3 section 5).
 *
 * <p>A territory whose people hold another state's passport is none of them: that state's code stands on it, and with two
 * codes for one passport one person would be two.
 */
final class PassportCountries {

    private static final Set<String> ISO = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private static final Set<String> ISSUE_NONE = Set.of(
            "ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI", // nobody lives there but staff
            "BLM", "GLP", "GUF", "MAF", "MTQ", "MYT", "NCL", "PYF", "REU", "SPM", "WLF", // French passports: FRA
            "ASM", "GUM", "MNP", "PRI", "VIR", // of the United States: USA
            "ABW", "BES", "CUW", "SXM", // Dutch: NLD
            "CCK", "CXR", "NFK", // Australian: AUS
            "COK", "NIU", "TKL", // of New Zealand: NZL
            "FRO", "GRL", // Danish: DNK
            "SJM", // Norwegian: NOR
            "ALA", // Finnish: FIN
            "HKG", "MAC", // Chinese: CHN
            "GGY", "IMN", "JEY"); // British: GBR

    /** Doc 9303 lets Germany write one letter, and German passports have it. */
    private static final Map<String, String> PRINTED = Map.of("D", "DEU");

    private PassportCountries() {}

    /** The code as it is compared and stored, of one that is written so or as printed on a passport. */
    static String canonical(String code) {
        return PRINTED.getOrDefault(code, code);
    }

    /** Whether passports with this code are issued. */
    static boolean issue(String code) {
        return ISO.contains(code) && !ISSUE_NONE.contains(code);
    }
}
