package io.realname.configuration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables in a value, as the Compose Specification says ("Interpolation"): the forms that our file uses, and no others. */
final class Interpolation {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:[-?])([^}$]*))?}|\\$");

    private Interpolation() {}

    static List<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * @throws IllegalStateException if a variable is missing that the value insists on; says which
     * @throws IllegalArgumentException if the value has a form that is not known here
     */
    static String of(String value, Map<String, String> set) {
        return VARIABLE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(put(found, set)));
    }

    private static String put(MatchResult found, Map<String, String> set) {
        String name = found.group(1);
        if (name == null) {
            throw new IllegalArgumentException("A dollar sign that is not understood here");
        }
        String value = set.getOrDefault(name, "");
        String sign = found.group(2);
        if (!value.isEmpty() || sign == null) {
            return value;
        }
        if (sign.equals(":?")) {
            throw new IllegalStateException(name + " is missing: " + found.group(3));
        }
        return found.group(3);
    }
}
