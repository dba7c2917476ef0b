package io.realname.evidence;

/**
 * A file of an application with its unsealed content.
 *
 * @param content a file of {@link EvidenceItem#type}, without active content: {@link EvidenceIntake} has written it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
public record Evidence(EvidenceItem item, byte[] content) {

    @Override
    public String toString() {
        return "Evidence[" + item.id() + "]";
    }
}
