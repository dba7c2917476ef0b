package io.realname.application;

/**
 * Another way in which an account can be verified, beside the binding of a person's identity; for example as an
 * enterprise.
 */
public interface AccountVerification {

    boolean isVerified(String account);
}
