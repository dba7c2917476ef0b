package io.realname.evidence;

/**
 * A file as the client sent it, not checked yet. Its file name is not kept: file names often hold personal data.
 *
 * @param content not copied; the caller must not change it afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record Upload(EvidenceKind kind, byte[] content) {

    @Override
    public String toString() {
        return "Upload[kind=" + kind + ", bytes=" + content.length + "]";
    }
}
