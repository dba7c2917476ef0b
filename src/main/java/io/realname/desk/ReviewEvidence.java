package io.realname.desk;

/**
 * A picture that the applicant sent, or a page of a PDF as a picture.
 *
 * @param type {@code image/jpeg} or {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReviewEvidence(String type, byte[] content) {

    /** Without the content. */
    @Override
    public String toString() {
        return "ReviewEvidence[" + type + ", " + content.length + " bytes]";
    }
}
