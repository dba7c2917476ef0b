package io.realname.refusal;

/** Why something was not taken, for a program. Nothing was stored or changed, wrong tries apart. */
public enum RefusalCode {
    /** Not JSON, or not of the form the contract has. */
    MALFORMED_REQUEST,
    /** Fields are wrong; each is named. */
    INVALID_APPLICATION,
    NOT_FOUND,
    ACCOUNT_ALREADY_VERIFIED,
    APPLICATION_IN_PROGRESS,
    /** The application does not wait for this. */
    ACTION_NOT_EXPECTED,
    /** What was submitted is no code: not six digits. It cost no try. */
    INVALID_CODE,
    MOBILE_CODE_WRONG,
    MOBILE_CODE_EXPIRED,
    /** Too much at once or too often; later it is taken. */
    TOO_MANY_REQUESTS,
    IDEMPOTENCY_KEY_REUSED,
    /** The first request with this idempotency key is still under way. */
    REQUEST_IN_PROGRESS,
    /** Only who has claimed a task decides it. */
    TASK_NOT_CLAIMED,
    /** Somebody else was faster: it is decided, claimed or withdrawn by now. */
    TASK_OVERTAKEN,
    /** Whoever filed an application or holds one of its accounts does not review it. */
    REVIEWER_IS_PARTY,
    /** The task is offered to groups of which they are no member, or not any more. */
    REVIEWER_NOT_IN_GROUP,
    /** Nobody votes twice in one review. */
    ALREADY_VOTED,
    /** Nobody compares more than ten numbers with the one that was stated. */
    TOO_MANY_READINGS
}
