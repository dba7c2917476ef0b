package io.realname.refusal;

/**
 * A field that is wrong.
 *
 * @param pointer which (RFC 6901), for example {@code /document/number}
 * @param code what is wrong with it, for a program; never the value
 * @param words by which key its words are found: the code, unless one code means different things to do
 */
public record FieldError(String pointer, String code, String words) {

    public FieldError(String pointer, String code) {
        this(pointer, code, code);
    }
}
