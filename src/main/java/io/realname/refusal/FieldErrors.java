package io.realname.refusal;

import io.realname.validation.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the errors of a form's fields. An error names the field, never its value. */
public final class FieldErrors {

    /** The longest text, in characters, that an applicant or a holder may write. */
    private static final int LONGEST_STATEMENT = 2000;

    private final List<FieldError> found = new ArrayList<>();

    public <T> @Nullable T read(String pointer, @Nullable String value, Function<String, T> reader) {
        return read(pointer, value, reader, code -> code);
    }

    private <T> @Nullable T read(
            String pointer, @Nullable String value, Function<String, T> reader, UnaryOperator<String> words) {
        if (value == null || value.isBlank()) {
            return missing(pointer);
        }
        try {
            return reader.apply(value);
        } catch (InvalidValueException e) {
            found.add(new FieldError(pointer, e.code(), words.apply(e.code())));
            return null;
        }
    }

    /**
     * As {@link #read}, for a number that is accepted with a wrong check digit once the applicant has confirmed it. The
     * message of the error says so.
     */
    public <T> @Nullable T readToConfirm(String pointer, @Nullable String value, Function<String, T> reader) {
        return read(pointer, value, reader, code -> code.equals("INVALID_CHECK_DIGIT") ? "NUMBER_TO_CONFIRM" : code);
    }

    /** The id of the application that is followed; may be absent. */
    @Nullable
    public UUID follows(@Nullable String id) {
        return id == null ? null : read("/follows", id, FieldErrors::id);
    }

    /** Free text; may be absent. */
    @Nullable
    public String statement(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_STATEMENT) {
            add("/statement", "INVALID_LENGTH");
            return null;
        }
        return text.strip();
    }

    /** The constant of an enumeration that has this name. */
    public <T extends Enum<T>> @Nullable T one(String pointer, @Nullable String name, Class<T> type, String unknown) {
        return read(pointer, name, value -> one(value, type, unknown));
    }

    /** Consent to the agreement. It is stored with the version of the text (PIPL, article 29). */
    public void agreement(@Nullable Boolean accepted) {
        if (!Boolean.TRUE.equals(accepted)) {
            add("/agreementAccepted", "AGREEMENT_NOT_ACCEPTED");
        }
    }

    public <T> @Nullable T missing(String pointer) {
        add(pointer, "REQUIRED");
        return null;
    }

    public void add(String pointer, String code) {
        found.add(new FieldError(pointer, code));
    }

    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new RefusalException(Refusal.invalid(found));
        }
    }

    private static <T extends Enum<T>> T one(String name, Class<T> type, String unknown) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(unknown);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("CANNOT_BE_FOLLOWED");
        }
    }
}
