package io.realname.evidence;

import io.realname.evidence.file.EvidenceType;

/**
 * A file that may be kept: made anew by {@link EvidenceIntake} from what was sent.
 *
 * @param pages of a PDF; a picture has one
 * @param content not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record Examined(EvidenceKind kind, EvidenceType type, int pages, byte[] content) {

    @Override
    public String toString() {
        return "Examined[kind=" + kind + ", type=" + type + ", bytes=" + content.length + "]";
    }
}
