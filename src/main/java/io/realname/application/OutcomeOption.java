package io.realname.application;

/** A way on that is offered with an outcome. */
public enum OutcomeOption {
    APPEAL,
    ENTERPRISE,
    ASSOCIATE,
    /** 4006151212, with the account's ownership certificate. */
    CUSTOMER_SERVICE
}
