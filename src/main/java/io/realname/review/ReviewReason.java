package io.realname.review;

/** Why a reviewer rejects. The applicant reads the message {@code outcome.*.<reason>}. */
public enum ReviewReason {
    DOCUMENT_UNREADABLE,
    /** The document is forged or expired, or has another type than stated. */
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
