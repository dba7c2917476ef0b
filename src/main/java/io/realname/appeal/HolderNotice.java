package io.realname.appeal;

/** That the holder of an account was told, or why not. */
public record HolderNotice(String account, Result result) {

    /** What came of it. */
    public enum Result {
        SENT,
        /** The account has no mobile number. */
        NO_MOBILE,
        /** No messages can be sent to the number, or not so many. */
        REFUSED
    }
}
