package io.realname.protection;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an application's audit trail.
 *
 * @param number its position in the stream, from 1
 * @param at the time, by the clock of the node that wrote the entry, in microseconds
 * @param actor who acted, as {@code client:mall} or a login; absent if the process acted
 * @param facts ids, codes and counts, by name
 */
public record AuditEntry(
        int number, Instant at, AuditEvent event, @Nullable String actor, Map<String, String> facts) {

    public AuditEntry {
        facts = Map.copyOf(facts);
    }
}
