package io.realname.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.realname.review.Ballot;
import io.realname.validation.InvalidValueException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer has chosen and typed in the form, and not sent yet. It need not make sense; a vote is checked when it is
 * sent.
 *
 * @param missing part names of evidence
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReviewDraft(
        @Nullable String decision,
        @Nullable String reason,
        List<String> missing,
        @Nullable String answer,
        @Nullable String note) {

    private static final int LONGEST_CODE = 64;
    private static final int MOST_CODES = 20;

    /** @throws InvalidValueException {@code INVALID_LENGTH} if it is longer than the form allows */
    public ReviewDraft {
        missing = missing == null ? List.of() : List.copyOf(missing);
        boolean tooLong = Stream.of(answer, note)
                        .filter(Objects::nonNull)
                        .anyMatch(text -> text.length() > Ballot.LONGEST)
                || missing.size() > MOST_CODES
                || Stream.concat(missing.stream(), Stream.of(decision, reason).filter(Objects::nonNull))
                        .anyMatch(code -> code.length() > LONGEST_CODE);
        if (tooLong) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
    }

    @JsonIgnore
    boolean isEmpty() {
        return missing.isEmpty()
                && Stream.of(decision, reason, answer, note).allMatch(text -> text == null || text.isBlank());
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "ReviewDraft[sealed]";
    }
}
