package io.realname.application;

/** The state of an application. */
public enum ApplicationStatus {
    IN_PROGRESS,
    /** The applicant has to do something; see {@link Action}. */
    ACTION_REQUIRED,
    SUCCEEDED,
    FAILED,
    EXPIRED,
    WITHDRAWN;

    public boolean isEnd() {
        return this != IN_PROGRESS && this != ACTION_REQUIRED;
    }
}
