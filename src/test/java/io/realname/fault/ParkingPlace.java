package io.realname.fault;

/** Where an app that is going to be killed stops and waits for it: around each call and before each commit. */
enum ParkingPlace {
    /** The start is done, and not committed. */
    START_NOT_COMMITTED,
    /** The code is stored, and not sent. */
    BEFORE_SMS,
    /** The provider took the message, and its answer is not stored. */
    AFTER_SMS,
    /** The right code was used up, and it is not committed. */
    CODE_NOT_COMMITTED,
    /** The check is marked as sent, and not sent. */
    BEFORE_BANK,
    /** The bank answered, and its answer is not stored. */
    AFTER_BANK,
    /** The bank's answer is stored, and the engine has not gone on. */
    ANSWER_STORED,
    /** The identity is bound, and it is not committed. */
    BINDING_NOT_COMMITTED
}
