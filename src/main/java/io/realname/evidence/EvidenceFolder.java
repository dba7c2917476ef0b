package io.realname.evidence;

import io.realname.evidence.EvidenceRefusedException.Refused;
import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.EvidenceType;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.BlindIndex;
import io.realname.protection.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The files of each application, sealed. What {@link #remove} has removed is in no answer any more; of it stays what it
 * was, when, and its keyed hash, for the audit trail.
 */
@Service
public class EvidenceFolder {

    private static final String COLUMNS = "id, kind, type, bytes, pages, added_at, superseded_at";

    private final JdbcClient jdbc;
    private final EvidenceStore store;
    private final Sealer sealer;
    private final BlindIndex blindIndex;
    private final AuditTrail trail;

    EvidenceFolder(JdbcClient jdbc, EvidenceStore store, Sealer sealer, BlindIndex blindIndex, AuditTrail trail) {
        this.jdbc = jdbc;
        this.store = store;
        this.sealer = sealer;
        this.blindIndex = blindIndex;
        this.trail = trail;
    }

    /**
     * Seals and keeps files. A file of a kind that is there once supersedes the older one, which stays.
     *
     * @param application need not be registered before the end of the transaction
     * @throws EvidenceRefusedException {@code TOO_MANY_FILES} for those that go beyond {@link EvidenceLimits#OTHERS},
     *     {@code NO_MORE_FILES} for those that go beyond {@link EvidenceLimits#FILES_EVER}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID application, List<Examined> files) {
        lock(application);
        requireRoom(application, files);
        files.forEach(file -> add(application, file));
    }

    /** In the order in which they were added. */
    public List<EvidenceItem> of(UUID application) {
        return jdbc.sql("select " + COLUMNS
                        + " from evidence where application = ? and removed_at is null order by number")
                .param(application)
                .query((row, n) -> item(row))
                .list();
    }

    /** The kinds of which there is a file. */
    public Set<EvidenceKind> kindsOf(UUID application) {
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        of(application).forEach(item -> kinds.add(item.kind()));
        return kinds;
    }

    /**
     * Opens a file, if it is one of this application. Its content may be elsewhere, so not in a transaction.
     *
     * @throws IllegalStateException if what is kept was altered, belongs to another item or is not there, or if a
     *     transaction is active
     */
    public Optional<Evidence> open(UUID application, UUID id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("files are not opened in a transaction");
        }
        return jdbc.sql("select " + COLUMNS + " from evidence where id = ? and application = ? and removed_at is null")
                .params(id, application)
                .query((row, n) -> item(row))
                .optional()
                .map(item -> new Evidence(item, unsealed(application, item, store.get(id))));
    }

    /** The keyed hash of a file's content, by which the audit trail names it; removed ones keep theirs. */
    public Optional<byte[]> contentKey(UUID application, UUID id) {
        return jdbc.sql("select content_key from evidence where id = ? and application = ?")
                .params(id, application)
                .query(byte[].class)
                .optional();
    }

    /** Removes all contents of an application. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID application) {
        lock(application);
        List<UUID> removed = jdbc.sql(
                        "update evidence set removed_at = now() where application = ? and removed_at is null returning id")
                .param(application)
                .query(UUID.class)
                .list();
        removed.forEach(store::delete);
        if (!removed.isEmpty()) {
            trail.append(
                    application, AuditEvent.EVIDENCE_REMOVED, null, Map.of("files", Integer.toString(removed.size())));
        }
    }

    private void add(UUID application, Examined file) {
        if (!file.kind().isRepeatable()) {
            jdbc.sql("""
                            update evidence set superseded_at = now()
                            where application = ? and kind = ? and superseded_at is null
                            """).params(application, file.kind().name()).update();
        }
        UUID id = UUID.randomUUID();
        byte[] contentKey = blindIndex.of("evidence", file.content());
        jdbc.sql("""
                        insert into evidence (id, application, kind, type, bytes, pages, content_key, added_at)
                        values (:id, :application, :kind, :type, :bytes, :pages, :contentKey, now())
                        """)
                .param("id", id)
                .param("application", application)
                .param("kind", file.kind().name())
                .param("type", file.type().name())
                .param("bytes", file.content().length)
                .param("pages", file.pages())
                .param("contentKey", contentKey)
                .update();
        store.put(id, sealer.sealBytes(file.content(), place(application, file.kind(), id)));
        trail.append(
                application,
                AuditEvent.EVIDENCE_ADDED,
                null,
                Map.of(
                        "evidence",
                        id.toString(),
                        "kind",
                        file.kind().name(),
                        "bytes",
                        Integer.toString(file.content().length),
                        "contentKey",
                        HexFormat.of().formatHex(contentKey)));
    }

    /** Two who add to one application, or add and remove, do so one after the other; its row may not be there yet. */
    private void lock(UUID application) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('evidence'), hashtext(?))")
                .param(application.toString())
                .query((row, n) -> n)
                .single();
    }

    private void requireRoom(UUID application, List<Examined> files) {
        RemainingFiles room = jdbc.sql(
                        "select count(*), count(*) filter (where kind = ?) from evidence where application = ?")
                .params(EvidenceKind.OTHER.name(), application)
                .query((row, n) -> new RemainingFiles(row.getInt(1), row.getInt(2)))
                .single();
        List<Refused> beyond = NumberedFile.of(files, Examined::kind).stream()
                .flatMap(file -> room
                        .take(file.kind())
                        .map(problem -> new Refused(file.kind().part(), file.index(), problem.name()))
                        .stream())
                .toList();
        if (!beyond.isEmpty()) {
            throw new EvidenceRefusedException(beyond);
        }
    }

    private static EvidenceItem item(ResultSet row) throws SQLException {
        return new EvidenceItem(
                row.getObject("id", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                EvidenceType.valueOf(row.getString("type")),
                row.getInt("bytes"),
                row.getObject("pages", Integer.class),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getObject("superseded_at") != null);
    }

    private byte[] unsealed(UUID application, EvidenceItem item, byte[] sealed) {
        try {
            return sealer.openBytes(sealed, place(application, item.kind(), item.id()));
        } catch (IllegalStateException e) {
            // Earlier versions bound contents to the id alone. What was sealed since does not open so.
            return sealer.openBytes(sealed, "evidence/content/" + item.id());
        }
    }

    /** All that makes it what it is: in another application, or as another kind, it would prove something else. */
    private static String place(UUID application, EvidenceKind kind, UUID id) {
        return "evidence/content/" + application + "/" + kind + "/" + id;
    }
}
