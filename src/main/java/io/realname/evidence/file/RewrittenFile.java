package io.realname.evidence.file;

/**
 * A file that the app has written from the pixels of a sent file.
 *
 * @param pages pages of a PDF; 1 for a picture
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
