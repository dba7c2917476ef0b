package io.realname.evidence;

/** What came of scanning one file. */
public sealed interface ScanResult {

    record Clean() implements ScanResult {}

    /** @param signature the scanner's name of what it found; the operator's to know, not the client's */
    record Infected(String signature) implements ScanResult {}

    /** @param reason for the log; tells nothing of the file */
    record Unavailable(String reason) implements ScanResult {}
}
