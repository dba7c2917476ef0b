package io.realname.diagram.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found, in words for the person who draws.
 *
 * @param file the name of the file
 * @param model the name of the diagram or table; the file's name if it could not be read
 * @param id the id of the element; absent if the finding is about the whole file
 * @param label how a reader finds the element in the picture, such as {@code "Check bank card"}; absent as the id
 * @param sentence what is wrong, and why that matters
 * @param advice what to do
 * @param weight whether a deployment is refused for it
 */
public record Finding(
        String file,
        String model,
        @Nullable String id,
        @Nullable String label,
        String sentence,
        String advice,
        Weight weight) {

    /** By file, then as found. */
    public static final Comparator<Finding> BY_FILE = Comparator.comparing(Finding::file);

    public enum Weight {
        /** A deployment with it is refused. */
        FAULT,
        /** It works, but may not be what is meant. */
        HINT
    }

    /** A finding about a whole file. */
    public static Finding of(String file, String sentence, String advice) {
        return new Finding(file, file, null, null, sentence, advice, Weight.FAULT);
    }

    public boolean isFault() {
        return weight == Weight.FAULT;
    }

    /** One line: where, what, and what to do. */
    @Override
    public String toString() {
        return model + (label == null ? "" : ", " + label) + ": " + sentence + (advice.isEmpty() ? "" : " " + advice);
    }
}
