package io.realname.desk;

import io.realname.identity.IdentityDocument;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The country that issued a passport, as the form for reviewers shows it.
 *
 * @param code ISO 3166-1 alpha-3, as printed on the passport
 * @param region ISO 3166-1 alpha-2; browsers know the country's name by it
 */
record IssuingCountry(String code, String region) {

    private static final Map<String, String> REGIONS = Stream.of(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(
                    region -> new Locale.Builder().setRegion(region).build().getISO3Country(), Function.identity()));

    /** Null if the document is not a passport. */
    static @Nullable IssuingCountry of(IdentityDocument document) {
        String code = document.issuingCountry();
        return code == null ? null : new IssuingCountry(code, REGIONS.getOrDefault(code, code));
    }
}
