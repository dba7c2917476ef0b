package io.realname.evidence;

/** The result of scanning one file. */
public sealed interface ScanResult {

    record Clean() implements ScanResult {}

    /** @param signature the scanner's name of the malware; for the operator's log, never sent to the client */
    record Infected(String signature) implements ScanResult {}

    /** @param reason for the log; holds nothing of the file's content */
    record Unavailable(String reason) implements ScanResult {}
}
