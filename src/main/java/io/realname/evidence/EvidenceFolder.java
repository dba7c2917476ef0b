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
 * Keeps the files of each application, sealed. After {@link #remove}, {@link #of} does not list the files and
 * {@link #open} does not open them. Their rows stay for the audit trail, with kind, times and keyed hash.
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
     * Seals and keeps files. A new file supersedes the older file of the same kind, unless the kind is
     * {@link EvidenceKind#OTHER}. The older file stays.
     *
     * @param application its row may be inserted later in the same transaction
     * @throws EvidenceRefusedException {@code TOO_MANY_FILES} for each file beyond {@link EvidenceLimits#OTHERS},
     *     {@code NO_MORE_FILES} for each file beyond {@link EvidenceLimits#FILES_EVER}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID application, List<Examined> files) {
        lock(application);
        requireRoom(application, files);
        files.forEach(file -> add(application, file));
    }

    /** The files of an application, in the order in which they were added. Removed files are not in the list. */
    public List<EvidenceItem> of(UUID application) {
        return jdbc.sql("select " + COLUMNS
                        + " from evidence where application = ? and removed_at is null order by number")
                .param(application)
                .query((row, n) -> item(row))
                .list();
    }

    /** The kinds of which the application has a file. */
    public Set<EvidenceKind> kindsOf(UUID application) {
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        of(application).forEach(item -> kinds.add(item.kind()));
        return kinds;
    }

    /**
     * Opens a file; empty if this application has no such file. The content may be in an object storage, so call this
     * outside a transaction.
     *
     * @throws IllegalStateException if the content was altered, belongs to another item or is missing, or if a
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

    /** The keyed hash of a file's content; the audit trail names the file by it. Removed files keep their hash. */
    public Optional<byte[]> contentKey(UUID application, UUID id) {
        return jdbc.sql("select content_key from evidence where id = ? and application = ?")
                .params(id, application)
                .query(byte[].class)
                .optional();
    }

    /** Removes the contents of all files of an application. */
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

    /**
     * Makes transactions that add or remove files of the same application run one after the other. A row lock will not
     * do: the row of the application may not exist yet.
     */
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
            // Earlier versions bound a content to its id only. A content that was sealed later does not open this way.
            return sealer.openBytes(sealed, "evidence/content/" + item.id());
        }
    }

    /**
     * The place that a content is bound to when it is sealed. Moved to another application or kind, the content would
     * prove something else, so it does not open there.
     */
    private static String place(UUID application, EvidenceKind kind, UUID id) {
        return "evidence/content/" + application + "/" + kind + "/" + id;
    }
}
