package io.realname.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The countries and territories that issue passports, by the code on the passport's data page (ISO 3166-1 alpha-3, ICAO
 * Doc 9303-3 section 5).
 *
 * <p>A territory is left out if its people hold another state's passport, which shows that state's code. If both codes
 * were accepted, one passport would give two identities.
 */
final class PassportCountries {

    private static final Set<String> ISO = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private static final Set<String> ISSUE_NONE = Set.of(
            "ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI", // only staff live there
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

    /** Doc 9303 allows Germany to use the one letter D, and German passports show it. */
    private static final Map<String, String> PRINTED = Map.of("D", "DEU");

    private PassportCountries() {}

    /**
     * The code in the form in which it is compared and stored. The argument has that form, or the form printed on a
     * passport.
     */
    static String canonical(String code) {
        return PRINTED.getOrDefault(code, code);
    }

    /** Whether passports with this code are issued. */
    static boolean issue(String code) {
        return ISO.contains(code) && !ISSUE_NONE.contains(code);
    }
}
