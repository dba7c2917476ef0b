package io.realname.web;

/** Distinguishes addresses for programs from pages. Programs get every error as problem details (RFC 9457). */
public final class Doors {

    private Doors() {}

    /**
     * @param uri as the client sent it, also in an unusual form: {@code //api/v1/banks} counts as an address for
     *     programs
     */
    public static boolean isDoor(String uri) {
        return !(uri.startsWith("/camunda") || uri.equals("/") || uri.startsWith("/swagger-ui"));
    }
}
