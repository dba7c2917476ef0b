package io.realname.application;

/**
 * A field that is wrong.
 *
 * @param pointer which (RFC 6901), for example {@code /document/number}
 * @param code what is wrong with it, for a program; never the value
 */
public record FieldError(String pointer, String code) {}
