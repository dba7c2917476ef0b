package io.realname.evidence.file;

/**
 * A file made anew.
 *
 * @param pages of a PDF; a picture has one
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record Remade(EvidenceType type, int pages, byte[] content) {

    public static Remade picture(EvidenceType type, byte[] content) {
        return new Remade(type, 1, content);
    }

    @Override
    public String toString() {
        return "Remade[type=" + type + ", bytes=" + content.length + "]";
    }
}
