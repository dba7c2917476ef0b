package io.realname.diagram.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The most similar name; empty if none is similar. */
    public static Optional<String> to(String typed, Collection<String> names) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, typed.length() / 3));
        return names.stream()
                .filter(name -> distance.apply(typed, name) >= 0)
                .min(Comparator.<String>comparingInt(name -> distance.apply(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code  Did you mean …?}, or nothing; to be appended to a sentence. */
    public static String suggestion(String typed, Collection<String> names) {
        return to(typed, names).map(name -> " Did you mean " + name + "?").orElse("");
    }
}
