package io.realname.evidence;

/**
 * A file as the client sent it: anything at all. It has no name here, for names of files tell of people.
 *
 * @param content not copied; whoever makes an upload does not change it afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record Upload(EvidenceKind kind, byte[] content) {

    @Override
    public String toString() {
        return "Upload[kind=" + kind + ", bytes=" + content.length + "]";
    }
}
