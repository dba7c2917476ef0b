package io.realname.protection;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an application's trail.
 *
 * @param number its place in the stream, from 1
 * @param at by the clock of the node that wrote it, in microseconds
 * @param actor who did it, as {@code client:mall} or a login; absent if the process did
 * @param facts ids, codes and counts, by name
 */
public record AuditEntry(
        int number, Instant at, AuditEvent event, @Nullable String actor, Map<String, String> facts) {

    public AuditEntry {
        facts = Map.copyOf(facts);
    }
}
