package io.realname.identity;

/** The kinds of identity document that an applicant may prove themselves with. */
public enum DocumentType {
    /** 居民身份证: 18 characters of GB 11643. The only one that the bank-card check takes. */
    RESIDENT_ID,
    /** 护照, of any country: 5 to 20 letters and digits, unique within the country that issued it. */
    PASSPORT,
    /** 港澳居民来往内地通行证: a letter and 8 digits for life, then 2 that count its reissues. */
    HK_MACAU_PERMIT,
    /** 台湾居民来往大陆通行证: 8 digits for life; the older form counts its reissues after them. */
    TAIWAN_PERMIT,
    /** 港澳台居民居住证: as the resident ID, of region 810000, 820000 or 830000. */
    HMT_RESIDENCE_PERMIT,
    /** 外国人永久居留身份证: 18 characters beginning with 9 since 2023-12; 3 letters and 12 digits before. */
    FOREIGN_PERMANENT_RESIDENT_ID
}
