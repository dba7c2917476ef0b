package io.realname.identity;

/** The kinds of identity document that an applicant may prove themselves with. */
public enum DocumentType {
    RESIDENT_ID,
    PASSPORT,
    HK_MACAU_PERMIT,
    TAIWAN_PERMIT,
    HMT_RESIDENCE_PERMIT,
    FOREIGN_PERMANENT_RESIDENT_ID
}
