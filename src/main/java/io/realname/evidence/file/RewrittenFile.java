package io.realname.evidence.file;

/**
 * A file made anew.
 *
 * @param pages of a PDF; a picture has one
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record RewrittenFile(EvidenceType type, int pages, byte[] content) {

    public static RewrittenFile picture(EvidenceType type, byte[] content) {
        return new RewrittenFile(type, 1, content);
    }

    @Override
    public String toString() {
        return "RewrittenFile[type=" + type + ", bytes=" + content.length + "]";
    }
}
