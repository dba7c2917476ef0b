package io.realname.identity;

/** The types of identity document that an applicant may use. */
public enum DocumentType {
    /** 居民身份证: 18 characters of GB 11643. The provider's bank-card check accepts this type only. */
    RESIDENT_ID,
    /** 护照, of any country: 5 to 20 letters and digits, unique within the country that issued it. */
    PASSPORT,
    /** 港澳居民来往内地通行证: a letter and 8 digits that never change, then 2 digits that count the reissues. */
    HK_MACAU_PERMIT,
    /** 台湾居民来往大陆通行证: 8 digits that never change; in the older form, a count of the reissues follows. */
    TAIWAN_PERMIT,
    /** 港澳台居民居住证: the form of the resident ID, with region 810000, 820000 or 830000. */
    HMT_RESIDENCE_PERMIT,
    /** 外国人永久居留身份证: 18 characters that begin with 9 since 2023-12; before, 3 letters and 12 digits. */
    FOREIGN_PERMANENT_RESIDENT_ID
}
