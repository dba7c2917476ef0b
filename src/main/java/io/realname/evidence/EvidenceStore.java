package io.realname.evidence;

import java.util.UUID;

/**
 * Port to the storage of the sealed contents. {@link EvidenceFolder} calls {@link #put} and {@link #delete} in the
 * transaction that writes or removes the item. A store that does not take part in the transaction must clean up by
 * itself after a rollback.
 */
public interface EvidenceStore {

    /** @throws RuntimeException if the store does not confirm that it keeps the content */
    void put(UUID id, byte[] sealed);

    /** @throws IllegalStateException if the store does not have the content */
    byte[] get(UUID id);

    /** Deletes the content at once or with the commit. It is no error if the store does not have the content. */
    void delete(UUID id);
}
