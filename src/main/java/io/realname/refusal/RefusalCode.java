package io.realname.refusal;

/** The reason for a refusal, for a program. Nothing was stored or changed, except the count of wrong tries. */
public enum RefusalCode {
    /** The body is not JSON, or does not have the form of the contract. */
    MALFORMED_REQUEST,
    /** Fields are wrong. Each wrong field is named. */
    INVALID_APPLICATION,
    NOT_FOUND,
    ACCOUNT_ALREADY_VERIFIED,
    APPLICATION_IN_PROGRESS,
    /** The application does not wait for this action. */
    ACTION_NOT_EXPECTED,
    /** The submitted code does not have six digits. No try was counted. */
    INVALID_CODE,
    MOBILE_CODE_WRONG,
    MOBILE_CODE_EXPIRED,
    /** There were too many requests at once or in a period. The client may try again later. */
    TOO_MANY_REQUESTS,
    IDEMPOTENCY_KEY_REUSED,
    /** The first request with this idempotency key is still running. */
    REQUEST_IN_PROGRESS,
    /** Only the person who has claimed the task may decide it. */
    TASK_NOT_CLAIMED,
    /** In the meantime, somebody else has decided or claimed the task, or it was withdrawn. */
    TASK_OVERTAKEN,
    /** The holder of the task was asked for an opinion: they give it, or return the task. */
    OPINION_IS_OWED,
    /** A person who filed the application, or holds one of its accounts, must not review it. */
    REVIEWER_IS_PARTY,
    /** The reviewer is not, or no longer, a member of the groups to which the task is offered. */
    REVIEWER_NOT_IN_GROUP,
    /** A person may vote only once in a review. */
    ALREADY_VOTED,
    /** The quality sample wants somebody who has not dealt with this review yet. */
    REVIEWER_KNOWS_THE_CASE,
    /** A reviewer may compare at most ten numbers with the stated number. */
    TOO_MANY_READINGS,
    /** Nobody approves their own change of the diagrams. */
    PROPOSAL_IS_OWN,
    /** Another version of the diagrams has come into force since the change was proposed. */
    PROPOSAL_OVERTAKEN,
    /** Somebody has approved or declined the change of the diagrams already. */
    PROPOSAL_DECIDED
}
