package io.realname.application;

/** A way on that is offered with an outcome. */
public enum OutcomeOption {
    APPEAL,
    ENTERPRISE,
    ASSOCIATE
}
