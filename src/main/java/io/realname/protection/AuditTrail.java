package io.realname.protection;

import io.realname.database.TransactionBound;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what happened to each application, so that a change of the tables from outside the program is found.
 *
 * <p>Each application has one stream, so only entries of the same application wait for each other.
 * {@link TrailVerification} tells whether a stream is as it was written.
 */
@Service
public class AuditTrail {

    private static final int LONGEST_ACTOR = 200;

    private final AuditStreams streams;
    private final TrailMacs macs;
    private final KnownHeads heads;
    private final TransactionBound<Map<UUID, List<Appended>>> appended =
            new TransactionBound<>(TreeMap::new, this::write);

    AuditTrail(AuditStreams streams, TrailMacs macs, KnownHeads heads) {
        this.streams = streams;
        this.macs = macs;
        this.heads = heads;
    }

    /**
     * Appends an entry. It is written with the caller's transaction, together with the transaction's other entries: just
     * before the commit, or before the transaction {@link #of reads} the stream. If the transaction is rolled back, the
     * entry is not written. Before a commit, the streams are written in the order of their ids, to avoid a deadlock.
     *
     * @param actor who acted, as {@code client:mall} or a login, up to 200 characters; absent if the process acted
     * @param facts ids, keyed hashes, codes and counts, never personal data: up to 16, with names in camelCase and
     *     values of 1 to 200 letters, digits and {@code _ . : -}
     * @throws IllegalArgumentException if the actor is blank or too long, or a fact is not allowed, for example a value
     *     that has 11 digits in a row and is neither a UUID nor 64 hexadecimal digits; the message contains no value
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(UUID application, AuditEvent event, @Nullable String actor, Map<String, String> facts) {
        if (actor != null && (actor.isBlank() || actor.length() > LONGEST_ACTOR)) {
            throw new IllegalArgumentException("an actor of " + actor.length() + " characters");
        }
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS); // as PostgreSQL stores it
        Objects.requireNonNull(appended.get())
                .computeIfAbsent(application, id -> new ArrayList<>())
                .add(new Appended(at, event, actor, AuditFacts.checked(facts)));
    }

    private void write(Map<UUID, List<Appended>> unwritten) {
        unwritten.forEach(this::write);
        unwritten.clear();
    }

    private void write(UUID application, List<Appended> entries) {
        boolean isNew = entries.get(0).event() == AuditEvent.APPLICATION_REGISTERED;
        Optional<StoredStream.Head> known = heads.of(application);
        // A new application has no stream yet, so there is no head to lock.
        boolean written = (isNew || known.isPresent()) && write(application, known, entries);
        while (!written) { // twice if another transaction writes the stream's first entry meanwhile
            written = write(application, streams.lock(application), entries);
        }
    }

    private boolean write(UUID application, Optional<StoredStream.Head> head, List<Appended> entries) {
        int number = head.map(StoredStream.Head::length).orElse(0);
        byte[] before = head.map(StoredStream.Head::seal).orElseGet(() -> macs.sealOfNothing(application));
        byte[] seal = before;
        List<StoredStream.Row> rows = new ArrayList<>();
        for (Appended entry : entries) {
            number++;
            String event = entry.event().name();
            byte[] mac = macs.entry(application, seal, number, entry.at(), event, entry.actor(), entry.facts());
            rows.add(new StoredStream.Row(number, entry.at(), event, entry.actor(), Optional.of(entry.facts()), mac));
            seal = macs.seal(application, number, mac);
        }
        boolean written = streams.add(application, before, rows, seal);
        if (written) {
            heads.wrote(application, new StoredStream.Head(number, seal));
        }
        return written;
    }

    /**
     * The stored entries of an application, in order; empty if there are none. If the transaction has appended entries,
     * they are written first, so that they are among them. From then on, nobody else can write the stream until the
     * transaction ends: so a caller can append an entry and then count.
     *
     * @throws IllegalStateException if this program cannot have written one of them
     */
    public List<AuditEntry> of(UUID application) {
        Map<UUID, List<Appended>> unwritten = appended.get();
        List<Appended> entries = unwritten == null ? null : unwritten.remove(application);
        if (entries != null) {
            write(application, entries);
        }
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

    private record Appended(
            Instant at, AuditEvent event, @Nullable String actor, SortedMap<String, String> facts) {}
}
