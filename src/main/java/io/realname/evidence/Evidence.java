package io.realname.evidence;

/**
 * A file of an application with its content, opened.
 *
 * @param content of {@link EvidenceItem#type}, inert: made by {@link EvidenceIntake}
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record Evidence(EvidenceItem item, byte[] content) {

    @Override
    public String toString() {
        return "Evidence[" + item.id() + "]";
    }
}
