package io.realname.licence;

/** The fields that the register compares. */
public enum LicenceField {
    CREDIT_CODE,
    ENTERPRISE_NAME,
    LEGAL_PERSON_NAME,
    LEGAL_PERSON_NUMBER
}
