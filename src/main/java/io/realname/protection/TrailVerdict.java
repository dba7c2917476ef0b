package io.realname.protection;

/** The result of verifying a stream. */
public sealed interface TrailVerdict {

    /** The stream is as the program wrote it. */
    record Intact(int length) implements TrailVerdict {}

    /**
     * The stream differs from what the program wrote. Only the first fault is reported.
     *
     * @param number the first entry that has the fault, from 1; 0 if the whole stream has it
     */
    record Broken(TrailFault fault, int number) implements TrailVerdict {}
}
