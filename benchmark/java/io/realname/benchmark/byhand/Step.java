package io.realname.benchmark.byhand;

/** What is to be done next with an application. */
enum Step {
    SEND_CODE,
    /** The applicant has to type the code. If the row is due, the time is up. */
    AWAIT_CODE,
    CHECK_CARD
}
