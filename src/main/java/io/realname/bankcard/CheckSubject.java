package io.realname.bankcard;

import java.util.UUID;

/**
 * By whom and for whom a card is checked; what attempts are counted by.
 *
 * @param identityKey blind index of the identity
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the database, never compared
public record CheckSubject(UUID application, String account, byte[] identityKey) {}
