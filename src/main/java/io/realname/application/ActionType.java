package io.realname.application;

/** What the applicant has to do. */
public enum ActionType {
    SUBMIT_MOBILE_CODE,
    CORRECT_BANK_CARD,
    /** The verified account has no mobile number; its owner has to give it one at its site. */
    BIND_MOBILE,
    /** Pictures or papers are missing, or a reviewer asks for more. */
    ADD_EVIDENCE,
    /** State how much came in on the corporate account. */
    CONFIRM_AMOUNT
}
