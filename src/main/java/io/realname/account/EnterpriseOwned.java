package io.realname.account;

/**
 * The account service has reported that an account is an enterprise's; it may have been one before. Published in the
 * transaction that stores the account. If a listener throws, that transaction is rolled back.
 */
public record EnterpriseOwned(UserName account) {}
