package io.realname.account;

/**
 * The account service has reported an account with a mobile number; the number may be an old one. Published in the
 * transaction that stores the account.
 */
public record MobileBound(UserName account) {}
