package io.realname.protection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to each application, so that whoever changes the tables behind the program's back is found out.
 *
 * <p>One stream an application: only entries of the same application wait for each other. {@link TrailVerification}
 * says whether a stream is as it was written.
 */
@Service
public class AuditTrail {

    private static final int LONGEST_ACTOR = 200;

    private final AuditStreams streams;
    private final TrailMacs macs;

    AuditTrail(AuditStreams streams, TrailMacs macs) {
        this.streams = streams;
        this.macs = macs;
    }

    /**
     * Writes an entry in the caller's transaction: it stands if what it tells of does. Until the transaction ends, others
     * that tell of the same application wait; who writes to several streams does so in the order of their ids.
     *
     * @param actor who did it, as {@code client:mall} or a login, up to 200 characters; absent if the process did
     * @param facts ids, keyed hashes, codes and counts, never personal data: up to 16, by names in camelCase, of 1 to 200
     *     letters, digits and {@code _ . : -}
     * @throws IllegalArgumentException if a fact is something else, for instance holds 11 digits in a row without being a
     *     UUID or 64 hexadecimal digits; the message tells no value
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(UUID application, AuditEvent event, @Nullable String actor, Map<String, String> facts) {
        if (actor != null && (actor.isBlank() || actor.length() > LONGEST_ACTOR)) {
            throw new IllegalArgumentException("an actor of " + actor.length() + " characters");
        }
        SortedMap<String, String> checked = AuditFacts.checked(facts);
        // A new application has no stream yet: nothing to look for.
        boolean written = event == AuditEvent.APPLICATION_REGISTERED
                && write(application, Optional.empty(), event, actor, checked);
        while (!written) { // once; or twice, if the very first entries of a stream meet
            written = write(application, streams.lock(application), event, actor, checked);
        }
    }

    private boolean write(
            UUID application,
            Optional<StoredStream.Head> head,
            AuditEvent event,
            @Nullable String actor,
            SortedMap<String, String> facts) {
        int number = head.map(StoredStream.Head::length).orElse(0) + 1;
        byte[] sealBefore = head.map(StoredStream.Head::seal).orElseGet(() -> macs.sealOfNothing(application));
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS); // what PostgreSQL keeps of it
        byte[] mac = macs.entry(application, sealBefore, number, at, event.name(), actor, facts);
        return streams.add(
                application,
                new StoredStream.Row(number, at, event.name(), actor, Optional.of(facts), mac),
                facts,
                macs.seal(application, number, mac));
    }

    /**
     * The entries of an application as they are stored, in order; empty if there are none.
     *
     * @throws IllegalStateException if one of them was never written by this program
     */
    public List<AuditEntry> of(UUID application) {
        return streams.read(application).entries().stream()
                .map(AuditTrail::entry)
                .toList();
    }

    private static AuditEntry entry(StoredStream.Row row) {
        try {
            return new AuditEntry(
                    row.number(),
                    row.at(),
                    AuditEvent.valueOf(row.event()),
                    row.actor(),
                    row.facts().orElseThrow(() -> new IllegalArgumentException("no facts")));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("entry " + row.number() + " was not written by this program");
        }
    }
}
