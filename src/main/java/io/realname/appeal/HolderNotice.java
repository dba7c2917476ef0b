package io.realname.appeal;

/** The result of a notice to the holder of an account. */
public record HolderNotice(String account, Result result) {

    /** Whether the notice was sent. */
    public enum Result {
        SENT,
        /** The account has no mobile number. */
        NO_MOBILE,
        /** The provider does not send messages to the number. */
        REFUSED
    }
}
