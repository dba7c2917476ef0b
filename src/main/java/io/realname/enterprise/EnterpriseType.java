package io.realname.enterprise;

/** The type of an enterprise. */
public enum EnterpriseType {
    COMPANY,
    /** 个体工商户: a business that one person runs, with a licence of its own. */
    INDIVIDUAL_BUSINESS
}
