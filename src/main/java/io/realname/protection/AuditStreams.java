package io.realname.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the rows of the audit trail. */
@Repository
class AuditStreams {

    private final JdbcClient jdbc;

    AuditStreams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The head of a stream. Its row is locked until the transaction ends. */
    Optional<StoredStream.Head> lock(UUID application) {
        return jdbc.sql("select length, seal from audit_stream where application = ? for update")
                .param(application)
                .query((row, n) -> new StoredStream.Head(row.getInt("length"), row.getBytes("seal")))
                .optional();
    }

    /**
     * Adds entries to a stream, in one statement.
     *
     * @param before the seal before the first entry
     * @param entries in order, one at least
     * @param seal of the last one
     * @return false if the stream no longer has that seal, or not the length that the first entry's number requires, or
     *     if it is gone; then nothing is written
     */
    boolean add(UUID application, byte[] before, List<StoredStream.Row> entries, byte[] seal) {
        return jdbc.sql("""
                        with moved as (
                            insert into audit_stream as head (application, length, seal)
                            select :application, :length, :seal
                            where :length = :added or exists (select from audit_stream where application = :application)
                            on conflict (application) do update set length = excluded.length, seal = excluded.seal
                                where head.length = excluded.length - :added and head.seal = :before
                            returning application
                        )
                        insert into audit_entry (application, number, at, event, actor, facts, mac)
                        select moved.application, entry.number, entry.at, entry.event, entry.actor, entry.facts::jsonb, entry.mac
                        from moved,
                             unnest(:numbers::integer[], :ats::timestamptz[], :events::text[], :actors::text[], :facts::text[],
                                    :macs::bytea[]) as entry (number, at, event, actor, facts, mac)
                        """)
                        .param("application", application)
                        .param("length", entries.get(entries.size() - 1).number())
                        .param("added", entries.size())
                        .param("before", before)
                        .param("seal", seal)
                        .param(
                                "numbers",
                                entries.stream().map(StoredStream.Row::number).toArray(Integer[]::new))
                        .param("ats", texts(entries, row -> row.at().toString()))
                        .param("events", texts(entries, StoredStream.Row::event))
                        .param("actors", texts(entries, StoredStream.Row::actor))
                        .param(
                                "facts",
                                texts(
                                        entries,
                                        row -> AuditFacts.json(row.facts().orElseThrow())))
                        .param(
                                "macs",
                                entries.stream().map(StoredStream.Row::mac).toArray(byte[][]::new))
                        .update()
                == entries.size();
    }

    private static @Nullable String[] texts(
            List<StoredStream.Row> entries, Function<StoredStream.Row, @Nullable String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }

    /** Head and entries, read in one statement. */
    StoredStream read(UUID application) {
        List<StoredStream.Row> entries = new ArrayList<>();
        StoredStream.@Nullable Head[] head = {null};
        jdbc.sql("""
                        select s.length, s.seal, e.number, e.at, e.event, e.actor, e.facts, e.mac
                        from (select :application::uuid as application) asked
                        left join audit_stream s on s.application = asked.application
                        left join audit_entry e on e.application = asked.application
                        order by e.number
                        """).param("application", application).query((RowCallbackHandler) row -> {
            byte[] seal = row.getBytes("seal");
            head[0] = seal == null ? null : new StoredStream.Head(row.getInt("length"), seal);
            if (row.getObject("number") != null) {
                entries.add(entry(row));
            }
        });
        return new StoredStream(head[0], List.copyOf(entries));
    }

    private static StoredStream.Row entry(ResultSet row) throws SQLException {
        return new StoredStream.Row(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("event"),
                row.getString("actor"),
                AuditFacts.read(row.getString("facts")),
                row.getBytes("mac"));
    }
}
