package io.realname.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 has it, with a code that stays the same.
 *
 * @param detail in the language of the request; never a personal value
 * @param attemptsLeft of {@code MOBILE_CODE_WRONG}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Problem details (RFC 9457)")
public record Problem(
        String title,
        int status,
        String code,
        String detail,
        @Nullable List<FieldProblem> errors,
        @Nullable Integer attemptsLeft,

        @Schema(hidden = true) @com.fasterxml.jackson.annotation.JsonIgnore @Nullable
        Long retryAfterSeconds) {

    /** @param pointer to the field (RFC 6901), for example {@code /document/number} */
    public record FieldProblem(String pointer, String code, String detail) {}
}
