package io.realname.web;

/** Which addresses are for programs, and get problem details (RFC 9457) whatever goes wrong; the others are pages. */
final class Doors {

    private Doors() {}

    /** @param uri as it was sent, detours included: {@code //api/v1/banks} is meant for a door too */
    static boolean isDoor(String uri) {
        return !(uri.startsWith("/camunda") || uri.equals("/") || uri.startsWith("/swagger-ui"));
    }
}
