package io.realname.diagram.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody probably meant. */
public final class Nearest {

    /** A name may also be meant by a part of it, but not by a few letters. */
    private static final int SHORTEST_PART = 5;

    private Nearest() {}

    /** The most similar name; empty if none is similar. */
    public static Optional<String> to(String typed, Collection<String> names) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, typed.length() / 3));
        Optional<String> close = names.stream()
                .filter(name -> distance.apply(typed, name) >= 0)
                .min(Comparator.<String>comparingInt(name -> distance.apply(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
        return close.or(() -> names.stream()
                .filter(name -> typed.length() >= SHORTEST_PART && name.contains(typed))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));
    }

    /** {@code  Did you mean …?}, or nothing; to be appended to a sentence. */
    public static String suggestion(String typed, Collection<String> names) {
        return to(typed, names).map(name -> " Did you mean " + name + "?").orElse("");
    }
}
