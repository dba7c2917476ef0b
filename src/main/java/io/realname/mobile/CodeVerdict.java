package io.realname.mobile;

import java.time.Duration;

/** The result of checking a submitted code. */
public sealed interface CodeVerdict {

    record Right() implements CodeVerdict {}

    record Wrong(int triesLeft) implements CodeVerdict {}

    /** The last try is used up: no code of this application is accepted any more. */
    record Exhausted() implements CodeVerdict {}

    /** No code is valid. No try is counted, unless the code expired or was replaced while it was checked. */
    record Expired() implements CodeVerdict {}

    /** There were too many wrong tries in a row for this number or account. The code was not compared. */
    record Throttled(Duration retryAfter) implements CodeVerdict {}
}
