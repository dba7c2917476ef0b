package io.realname.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 has it, with a code that stays the same.
 *
 * @param detail in the language of the request; never a personal value
 * @param attemptsLeft of {@code MOBILE_CODE_WRONG}
 * @param retryAfterSeconds goes out as {@code Retry-After}
 * @param language of the detail; goes out as {@code Content-Language}
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

        @Schema(hidden = true) @JsonIgnore @Nullable Long retryAfterSeconds,

        @Schema(hidden = true) @JsonIgnore Locale language) {

    /** @param pointer to the field (RFC 6901), for example {@code /document/number} */
    public record FieldProblem(String pointer, String code, String detail) {}
}
