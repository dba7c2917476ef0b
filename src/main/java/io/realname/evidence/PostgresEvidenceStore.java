package io.realname.evidence;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps contents in the app's database. They are committed, backed up and restored together with all other data. */
final class PostgresEvidenceStore implements EvidenceStore {

    private final JdbcClient jdbc;

    PostgresEvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(UUID id, byte[] sealed) {
        jdbc.sql("insert into evidence_content (evidence, content) values (?, ?)")
                .params(id, sealed)
                .update();
    }

    @Override
    public byte[] get(UUID id) {
        return jdbc.sql("select content from evidence_content where evidence = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no content of evidence " + id));
    }

    @Override
    public void delete(UUID id) {
        jdbc.sql("delete from evidence_content where evidence = ?").param(id).update();
    }
}
