package io.realname.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the form of RFC 9457, with a code that does not change.
 *
 * @param detail in the language of the request; never contains a personal value
 * @param attemptsLeft only for {@code MOBILE_CODE_WRONG}
 * @param retryAfterSeconds sent as the header {@code Retry-After}
 * @param language the language of the detail; sent as the header {@code Content-Language}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Problem details (RFC 9457)")
public record Problem(
        @Schema(description = "The status in words") String title,
        @Schema(description = "The status of the answer") int status,

        @Schema(description = "Why it was not taken, for a program; stays the same")
        String code,

        @Schema(description = "In the language of the request; never a personal value")
        String detail,

        @Schema(description = "Which fields or files are wrong") @Nullable
        List<FieldProblem> errors,

        @Schema(description = "Tries that are left, of MOBILE_CODE_WRONG") @Nullable
        Integer attemptsLeft,

        @Schema(hidden = true) @JsonIgnore @Nullable Long retryAfterSeconds,

        @Schema(hidden = true) @JsonIgnore Locale language) {

    /** @param pointer to the field (RFC 6901), for example {@code /document/number} */
    public record FieldProblem(
            @Schema(description = "To the field (RFC 6901); empty where the whole request is meant")
            String pointer,

            @Schema(
                    description =
                            "What is wrong with it, for a program; docs/api.md lists what is known today. More may be added; be prepared for one that you do not know.")
            String code,

            @Schema(description = "In the language of the request")
            String detail) {}
}
