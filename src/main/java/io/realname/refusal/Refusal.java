package io.realname.refusal;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that a client can act on.
 *
 * @param errors the wrong fields, with {@link RefusalCode#INVALID_APPLICATION}, {@code MALFORMED_REQUEST} and
 *     {@code INVALID_CODE}
 * @param attemptsLeft how many tries are left, with {@link RefusalCode#MOBILE_CODE_WRONG}
 * @param retryAfter how long the client must wait, with {@link RefusalCode#TOO_MANY_REQUESTS}
 */
public record Refusal(
        RefusalCode code,
        List<FieldError> errors,
        @Nullable Integer attemptsLeft,
        @Nullable Duration retryAfter) {

    public Refusal {
        errors = List.copyOf(errors);
    }

    public static Refusal of(RefusalCode code) {
        return new Refusal(code, List.of(), null, null);
    }

    public static Refusal malformed(String pointer, String code) {
        return new Refusal(RefusalCode.MALFORMED_REQUEST, List.of(new FieldError(pointer, code)), null, null);
    }

    /**
     * A value that a request must have.
     *
     * @throws RefusalException if it is missing or blank
     */
    public static String required(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new RefusalException(malformed(pointer, "REQUIRED"));
        }
        return value;
    }

    public static Refusal invalid(List<FieldError> errors) {
        return new Refusal(RefusalCode.INVALID_APPLICATION, errors, null, null);
    }

    /** The submitted text cannot be a code. No try was counted. */
    public static Refusal invalidCode(String code) {
        return new Refusal(RefusalCode.INVALID_CODE, List.of(new FieldError("/code", code)), null, null);
    }

    public static Refusal wrongCode(int attemptsLeft) {
        return new Refusal(RefusalCode.MOBILE_CODE_WRONG, List.of(), attemptsLeft, null);
    }

    public static Refusal tooManyRequests(Duration retryAfter) {
        return new Refusal(RefusalCode.TOO_MANY_REQUESTS, List.of(), null, retryAfter);
    }
}
