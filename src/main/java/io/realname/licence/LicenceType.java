package io.realname.licence;

/** What kind of licence certificate an enterprise has. Its kind says how its number is made. */
public enum LicenceType {
    /** One certificate with the 18-character unified social credit code (GB 32100-2015). */
    UNIFIED_SOCIAL_CREDIT_CODE,
    /** 三证合一: three certificates in one, issued with either number. */
    THREE_IN_ONE,
    /** 普通营业执照: the general licence of before, with a registration number of 15 digits (GS 15-2006). */
    GENERAL
}
