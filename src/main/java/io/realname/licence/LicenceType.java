package io.realname.licence;

/** The type of an enterprise's licence certificate. It determines the form of the number. */
public enum LicenceType {
    /** One certificate with the 18-character unified social credit code (GB 32100-2015). */
    UNIFIED_SOCIAL_CREDIT_CODE,
    /** 三证合一: three certificates in one, issued with a credit code or a registration number. */
    THREE_IN_ONE,
    /** 普通营业执照: the older general licence, with a registration number of 15 digits (GS 15-2006). */
    GENERAL
}
