package io.realname.account;

/** Published, in the same transaction, when the account service names an account that has a mobile number. */
public record MobileBound(UserName account) {}
