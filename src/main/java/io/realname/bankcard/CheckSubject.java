package io.realname.bankcard;

import java.util.UUID;

/**
 * The application, account and identity for which a card is checked. Attempts are counted for each of them.
 *
 * @param identityKey blind index of the identity
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the database, never compared
public record CheckSubject(UUID application, String account, byte[] identityKey) {}
