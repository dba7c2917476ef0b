package io.realname.sandbox;

/**
 * Ways in which an answer can be damaged between the provider and the app. The call itself was processed and billed.
 */
public enum Fault {
    /** Not JSON. */
    GARBAGE,
    /** JSON, with no {@code Response} in it. */
    EMPTY_OBJECT,
    /** Nothing at all, with status 200. */
    EMPTY,
    /** The right answer without its end. */
    TRUNCATED,
    /** The right answer with 10 MB of padding. */
    HUGE,
    /** The right answer, a byte every 20 ms. */
    DRIP,
    /** The connection is closed instead of an answer. */
    RESET
}
