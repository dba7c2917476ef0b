package io.realname.review;

import io.realname.evidence.EvidenceKind;
import io.realname.validation.InvalidValueException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form that a reviewer fills in. The fields do not contradict each other.
 *
 * @param reason required for a rejection, refused otherwise
 * @param note internal: other reviewers see it, the applicant never does; at most {@value #LONGEST} characters
 * @param answer is sent to the applicant; at most {@value #LONGEST} characters. Refused for an approval, after which
 *     the applicant is shown no text of a reviewer
 * @param missing the evidence that the reviewer asks for. A request for more evidence says what is missing by
 *     {@code missing}, {@code answer} or both; other decisions ask for nothing
 */
public record Ballot(
        ReviewDecision decision,
        @Nullable ReviewReason reason,
        @Nullable String note,
        @Nullable String answer,
        Set<EvidenceKind> missing) {

    public static final int LONGEST = 2000;

    /**
     * @throws InvalidValueException {@code REASON_REQUIRED}, {@code REASON_CONTRADICTS_DECISION},
     *     {@code ANSWER_REQUIRED}, {@code ANSWER_CONTRADICTS_DECISION}, {@code MISSING_CONTRADICTS_DECISION},
     *     {@code NOTE_TOO_LONG}, {@code ANSWER_TOO_LONG}
     */
    public Ballot {
        missing = Collections.unmodifiableSet(
                missing.isEmpty() ? EnumSet.noneOf(EvidenceKind.class) : EnumSet.copyOf(missing));
        if (decision == ReviewDecision.REJECT && reason == null) {
            throw new InvalidValueException("REASON_REQUIRED");
        }
        if (decision != ReviewDecision.REJECT && reason != null) {
            throw new InvalidValueException("REASON_CONTRADICTS_DECISION");
        }
        if (decision == ReviewDecision.ASK && answer == null && missing.isEmpty()) {
            throw new InvalidValueException("ANSWER_REQUIRED");
        }
        if (decision == ReviewDecision.APPROVE && answer != null) {
            throw new InvalidValueException("ANSWER_CONTRADICTS_DECISION");
        }
        if (decision != ReviewDecision.ASK && !missing.isEmpty()) {
            throw new InvalidValueException("MISSING_CONTRADICTS_DECISION");
        }
        if (isTooLong(note)) {
            throw new InvalidValueException("NOTE_TOO_LONG");
        }
        if (isTooLong(answer)) {
            throw new InvalidValueException("ANSWER_TOO_LONG");
        }
    }

    /**
     * Reads the form. A blank field is absent.
     *
     * @param missing the part names of the kinds of evidence ({@link EvidenceKind#part()}), separated by commas
     * @throws InvalidValueException also {@code DECISION_REQUIRED}, {@code UNKNOWN_DECISION}, {@code UNKNOWN_REASON},
     *     {@code UNKNOWN_EVIDENCE}
     */
    public static Ballot read(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String answer,
            @Nullable String missing) {
        String decided = present(decision);
        if (decided == null) {
            throw new InvalidValueException("DECISION_REQUIRED");
        }
        String why = present(reason);
        return new Ballot(
                read(ReviewDecision.class, decided, "UNKNOWN_DECISION"),
                why == null ? null : read(ReviewReason.class, why, "UNKNOWN_REASON"),
                present(note),
                present(answer),
                kinds(missing));
    }

    private static Set<EvidenceKind> kinds(@Nullable String parts) {
        return Stream.of(parts == null ? new String[0] : parts.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> EvidenceKind.ofPart(part).orElseThrow(() -> new InvalidValueException("UNKNOWN_EVIDENCE")))
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E read(Class<E> type, String name, String otherwise) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(otherwise);
        }
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isTooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }

    @Override
    public String toString() {
        return "Ballot[" + decision + "]";
    }
}
