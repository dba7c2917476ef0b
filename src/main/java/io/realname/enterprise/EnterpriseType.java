package io.realname.enterprise;

/** Whose account it is to be. */
public enum EnterpriseType {
    COMPANY,
    /** 个体工商户: run by a person, with a licence of its own. */
    INDIVIDUAL_BUSINESS
}
