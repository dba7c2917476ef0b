package io.realname.account;

/**
 * An account is an enterprise's, whether or not it was before. Published in the transaction that says so; whoever throws
 * undoes it.
 */
public record EnterpriseOwned(UserName account) {}
