package io.realname.evidence;

import io.realname.evidence.file.EvidenceType;

/**
 * A file that may be kept: {@link EvidenceIntake} has rewritten it from the sent file.
 *
 * @param pages pages of a PDF; 1 for a picture
 * @param content not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record Examined(EvidenceKind kind, EvidenceType type, int pages, byte[] content) {

    @Override
    public String toString() {
        return "Examined[kind=" + kind + ", type=" + type + ", bytes=" + content.length + "]";
    }
}
