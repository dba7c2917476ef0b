package io.realname.review;

/**
 * Why a reviewer rejects. The decision table {@code reasons-of-rejection} says which reasons fit which application, and
 * what reviewer and applicant read ({@link ReasonWords}). Client programs read the codes, so a new one is added here
 * too.
 */
public enum ReviewReason {
    DOCUMENT_UNREADABLE,
    /** The date on the document is past. */
    DOCUMENT_EXPIRED,
    /** The document is of another type than the one that was stated. */
    WRONG_DOCUMENT_TYPE,
    FORGERY_SUSPECTED,
    /** The person is younger than the minimum age. Not all document numbers show the age. */
    UNDER_AGE,
    /** Used by earlier versions for a document that is forged, expired or of another type; not offered any more. */
    DOCUMENT_NOT_VALID,
    /** The person in the picture is not the person of the document, or not the stated person. */
    PERSON_NOT_THE_SAME,
    CERTIFICATE_NOT_VALID,
    STATEMENT_NOT_CREDIBLE,
    /** The holder objected and is right. */
    OBJECTION_UPHELD,
    /** The licence is forged or expired. */
    LICENCE_NOT_VALID,
    /** The licence, the register and the applicant's statements do not agree. */
    LICENCE_DATA_DIFFER,
    POWER_OF_ATTORNEY_NOT_VALID,
    OTHER
}
