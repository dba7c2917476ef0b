package io.realname.refusal;

/**
 * A wrong field.
 *
 * @param pointer the field as a JSON Pointer (RFC 6901), for example {@code /document/number}
 * @param code what is wrong with the field, for a program; never the value
 * @param words the key of the message: the code, unless one code needs different messages
 */
public record FieldError(String pointer, String code, String words) {

    public FieldError(String pointer, String code) {
        this(pointer, code, code);
    }
}
