package io.realname.application;

/** What the applicant has to do. */
public enum ActionType {
    SUBMIT_MOBILE_CODE,
    CORRECT_BANK_CARD,
    /** The verified account has no mobile number; its owner has to give it one at its site. */
    BIND_MOBILE,
    /** Evidence is missing, or a reviewer asks for more. */
    ADD_EVIDENCE,
    /** The applicant has to state the amount that arrived on the corporate account. */
    CONFIRM_AMOUNT
}
