package io.realname.protection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.realname.database.TransactionBound;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The heads that this node has written lately: the next entry of the same stream need not read the head first. A head that
 * another node has moved meanwhile is of no use, and does no harm: {@link AuditStreams#add} compares it.
 */
@Component
class KnownHeads {

    private static final int MOST = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Cache<UUID, StoredStream.Head> committed =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** Written by this transaction, but not committed yet. */
    private final TransactionBound<Map<UUID, StoredStream.Head>> written =
            TransactionBound.published(HashMap::new, committed::putAll);

    Optional<StoredStream.Head> of(UUID application) {
        Map<UUID, StoredStream.Head> own = written.get();
        StoredStream.Head head = own == null ? null : own.get(application);
        return Optional.ofNullable(head == null ? committed.getIfPresent(application) : head);
    }

    /** The transaction has written this head. */
    void wrote(UUID application, StoredStream.Head head) {
        Map<UUID, StoredStream.Head> own = written.get();
        if (own != null) {
            own.put(application, head);
        }
    }
}
