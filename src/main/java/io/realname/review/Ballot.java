package io.realname.review;

import io.realname.validation.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The form that a reviewer fills in. The fields do not contradict each other.
 *
 * @param reason required for a rejection, refused otherwise
 * @param note internal: other reviewers see it, the applicant never does; at most {@value #LONGEST} characters
 * @param answer is sent to the applicant. Required if the reviewer asks for more evidence, because it says which; at
 *     most {@value #LONGEST} characters
 */
public record Ballot(
        ReviewDecision decision,
        @Nullable ReviewReason reason,
        @Nullable String note,
        @Nullable String answer) {

    public static final int LONGEST = 2000;

    /** @throws InvalidValueException {@code REASON_REQUIRED}, {@code REASON_CONTRADICTS_DECISION}, {@code ANSWER_REQUIRED}, {@code INVALID_LENGTH} */
    public Ballot {
        if (decision == ReviewDecision.REJECT && reason == null) {
            throw new InvalidValueException("REASON_REQUIRED");
        }
        if (decision != ReviewDecision.REJECT && reason != null) {
            throw new InvalidValueException("REASON_CONTRADICTS_DECISION");
        }
        if (decision == ReviewDecision.ASK && answer == null) {
            throw new InvalidValueException("ANSWER_REQUIRED");
        }
        if (isTooLong(note) || isTooLong(answer)) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
    }

    /**
     * Reads the form. A blank field is absent.
     *
     * @throws InvalidValueException also {@code DECISION_REQUIRED}, {@code UNKNOWN_DECISION}, {@code UNKNOWN_REASON}
     */
    public static Ballot read(
            @Nullable String decision, @Nullable String reason, @Nullable String note, @Nullable String answer) {
        String decided = present(decision);
        if (decided == null) {
            throw new InvalidValueException("DECISION_REQUIRED");
        }
        String why = present(reason);
        return new Ballot(
                read(ReviewDecision.class, decided, "UNKNOWN_DECISION"),
                why == null ? null : read(ReviewReason.class, why, "UNKNOWN_REASON"),
                present(note),
                present(answer));
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
