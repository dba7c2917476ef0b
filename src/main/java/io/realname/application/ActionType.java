package io.realname.application;

/** What the applicant has to do. */
public enum ActionType {
    SUBMIT_MOBILE_CODE,
    CORRECT_BANK_CARD
}
