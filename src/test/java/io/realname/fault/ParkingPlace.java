package io.realname.fault;

/** The places where an app stops and waits until it is killed: around each call and before each commit. */
enum ParkingPlace {
    /** The start is done, but not committed. */
    START_NOT_COMMITTED,
    /** The code is stored, but not sent. */
    BEFORE_SMS,
    /** The provider took the message, but its answer is not stored. */
    AFTER_SMS,
    /** The right code was used up, but it is not committed. */
    CODE_NOT_COMMITTED,
    /** The check is marked as sent, but not sent. */
    BEFORE_BANK,
    /** The bank answered, but its answer is not stored. */
    AFTER_BANK,
    /** The bank's answer is stored, but the engine has not gone on. */
    ANSWER_STORED,
    /** The identity is bound, but it is not committed. */
    BINDING_NOT_COMMITTED
}
