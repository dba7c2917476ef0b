package io.realname.review;

import io.realname.validation.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer tells another about a task. It is no vote.
 *
 * @param review the id of one review of the application
 * @param author the login of the reviewer who wrote it
 * @param addressee the login of the reviewer for whom it was written
 */
public record ColleagueNote(
        String review, ReviewStep step, Kind kind, String author, String addressee, String text, Instant writtenAt) {

    /** The longest text of a note, in characters. */
    public static final int LONGEST = 2000;

    /**
     * What a reviewer wrote, without blanks at its ends.
     *
     * @throws InvalidValueException {@code REQUIRED} or {@code INVALID_LENGTH} (more than {@value #LONGEST} characters)
     */
    public static String written(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidValueException("REQUIRED");
        }
        String written = text.strip();
        if (written.length() > LONGEST) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        return written;
    }

    /** Without what was written. */
    @Override
    public String toString() {
        return "ColleagueNote[" + kind + "]";
    }

    /** Why a note was written. The names are stored in the database. */
    public enum Kind {
        /** The author gave the task to the addressee, who decides it. */
        HANDED_OVER,
        /** The author wants the addressee's opinion, and decides after it. */
        OPINION_ASKED,
        OPINION_GIVEN
    }
}
