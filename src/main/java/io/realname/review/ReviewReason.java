package io.realname.review;

/** Why a reviewer rejects. The applicant is told in the words of {@code outcome.*.<reason>}. */
public enum ReviewReason {
    DOCUMENT_UNREADABLE,
    /** Forged, expired, or another type than stated. */
    DOCUMENT_NOT_VALID,
    /** The person in the picture is not the one of the document, or not the one who was stated. */
    PERSON_NOT_THE_SAME,
    CERTIFICATE_NOT_VALID,
    STATEMENT_NOT_CREDIBLE,
    /** The holder objected, and is right. */
    OBJECTION_UPHELD,
    /** Forged, or expired. */
    LICENCE_NOT_VALID,
    /** Licence, register and what was stated do not agree. */
    LICENCE_DATA_DIFFER,
    POWER_OF_ATTORNEY_NOT_VALID,
    OTHER
}
