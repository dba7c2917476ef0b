package io.realname.evidence;

/** A file made anew. */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
record Remade(EvidenceType type, byte[] content) {

    @Override
    public String toString() {
        return "Remade[type=" + type + ", bytes=" + content.length + "]";
    }
}
