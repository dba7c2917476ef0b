package io.realname.protection;

/** What verifying a stream has shown. */
public sealed interface TrailVerdict {

    /** All is as it was written. */
    record Intact(int length) implements TrailVerdict {}

    /**
     * Something is not; what comes after it is not told.
     *
     * @param number the first entry that is concerned, from 1; 0 for the stream as a whole
     */
    record Broken(TrailFault fault, int number) implements TrailVerdict {}
}
