package io.realname.application;

/** What an applicant may do after an outcome. */
public enum OutcomeOption {
    APPEAL,
    ENTERPRISE,
    ASSOCIATE,
    /** Call 4006151212; the account's ownership certificate is needed. */
    CUSTOMER_SERVICE
}
