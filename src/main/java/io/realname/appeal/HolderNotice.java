package io.realname.appeal;

/** That the holder of an account was told, or why not. */
public record HolderNotice(String account, Result result) {

    /** What came of it. */
    public enum Result {
        SENT,
        /** The account has no mobile number. */
        NO_MOBILE,
        /** The number never takes messages. */
        REFUSED
    }
}
