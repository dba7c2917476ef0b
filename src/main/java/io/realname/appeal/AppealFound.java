package io.realname.appeal;

/** Whether there is an appeal to which the holder of an account can object. */
public enum AppealFound {
    FOUND,
    /** There is no such appeal, or this account has objected to it already. */
    NONE,
    NO_MOBILE,
    /** The account's mobile number changed too recently to prove who owns the account. */
    MOBILE_TOO_NEW
}
