package io.realname.appeal;

/** Whether there is an appeal to which the holder of an account can object. */
public enum AppealFound {
    FOUND,
    /** None, or one to which this account has objected already. */
    NONE,
    NO_MOBILE,
    /** The account's number changed too short a time ago to prove anything. */
    MOBILE_TOO_NEW
}
