package io.realname.process.review;

/**
 * A file that the applicant gave.
 *
 * @param type {@code image/jpeg}, {@code image/png} or {@code application/pdf}, by its content
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReviewEvidence(String type, byte[] content) {

    /** Nothing of what it shows. */
    @Override
    public String toString() {
        return "ReviewEvidence[" + type + ", " + content.length + " bytes]";
    }
}
