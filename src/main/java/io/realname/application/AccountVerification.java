package io.realname.application;

/** A way to be verified beside a person's own binding, for example as an enterprise. */
public interface AccountVerification {

    boolean isVerified(String account);
}
