package io.realname.mobile;

import java.time.Duration;

/** What a submitted code turned out to be. */
public sealed interface CodeVerdict {

    record Right() implements CodeVerdict {}

    record Wrong(int triesLeft) implements CodeVerdict {}

    /** The last try is used up: no code of this application is accepted any more. */
    record Exhausted() implements CodeVerdict {}

    /** There is no code that is still good; costs no try, whatever was submitted. */
    record Expired() implements CodeVerdict {}

    /** Too many wrong tries in a row on this number or account; not even compared. */
    record Throttled(Duration retryAfter) implements CodeVerdict {}
}
