package io.realname.evidence;

import java.util.UUID;

/**
 * Port to where the sealed contents are. {@link EvidenceFolder} calls it in the transaction that writes or removes the
 * item; a store that does not take part in the transaction clears up after it when it rolls back.
 */
public interface EvidenceStore {

    /** @throws RuntimeException if it is not surely kept */
    void put(UUID id, byte[] sealed);

    /** @throws IllegalStateException if it is not there */
    byte[] get(UUID id);

    /** Gone when it returns, or with the commit; what is not there is gone already. */
    void delete(UUID id);
}
