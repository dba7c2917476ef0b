package io.realname.process.deployment;

import io.realname.diagram.model.ModelFile;
import io.realname.process.deployment.Deployments.DeployedBy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has changed the diagrams, tables and forms, what of them, and who agreed. Rows are added only; the database holds
 * that.
 */
@Repository
class DeploymentTrail {

    /** The most proposals that are shown. */
    static final int MOST = 50;

    private static final String DEPLOYED = "DEPLOYED";
    private static final String DECLINED = "DECLINED";

    private static final String OPEN = """
            select c.id, c.at, c.by_user, c.name, c.replaces,
                   array(select f.file from deployment_file f where f.change = c.id and f.content is not null order by f.file)
                       as changed
            from deployment_change c
            where not exists (select from deployment_end e where e.change = c.id)
            """;

    private final JdbcClient jdbc;

    DeploymentTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a change, which then waits for its end.
     *
     * @param all the files of the new version
     * @param changed those that differ from the version before
     */
    UUID propose(String by, String name, String replaces, Collection<ModelFile> all, Collection<ModelFile> changed) {
        UUID id = UUID.randomUUID();
        Set<String> names = changed.stream().map(ModelFile::name).collect(Collectors.toSet());
        jdbc.sql("insert into deployment_change (id, at, by_user, name, replaces) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(now())
                .param(by)
                .param(name)
                .param(replaces)
                .update();
        all.forEach(file -> jdbc.sql("insert into deployment_file (change, file, sha256, content) values (?, ?, ?, ?)")
                .param(id)
                .param(file.name())
                .param(sha256(file))
                .param(names.contains(file.name()) ? file.bytes() : null)
                .update());
        return id;
    }

    void deployed(UUID change, String by, String deployment) {
        jdbc.sql("insert into deployment_end (change, at, by_user, ended, deployment) values (?, ?, ?, ?, ?)")
                .param(change)
                .param(now())
                .param(by)
                .param(DEPLOYED)
                .param(deployment)
                .update();
    }

    void declined(UUID change, String by) {
        jdbc.sql("insert into deployment_end (change, at, by_user, ended) values (?, ?, ?, ?)")
                .param(change)
                .param(now())
                .param(by)
                .param(DECLINED)
                .update();
    }

    /** The changes that wait, the newest first. */
    List<Proposal> open() {
        return jdbc.sql(OPEN + " order by c.at desc limit " + MOST)
                .query(DeploymentTrail::proposal)
                .list();
    }

    /** A change that waits; empty if there is none of this id, or if it has ended. */
    Optional<Proposal> open(UUID id) {
        return jdbc.sql(OPEN + " and c.id = ?")
                .param(id)
                .query(DeploymentTrail::proposal)
                .optional();
    }

    boolean exists(UUID id) {
        return jdbc.sql("select exists (select from deployment_change where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** The files that a change changes. */
    List<ModelFile> changedBy(UUID change) {
        return jdbc.sql(
                        "select file, content from deployment_file where change = ? and content is not null order by file")
                .param(change)
                .query((row, n) -> new ModelFile(row.getString("file"), row.getBytes("content")))
                .list();
    }

    /** Who made the changes that became these deployments, and who agreed; without those that a release brought. */
    Map<String, DeployedBy> people(Collection<String> deployments) {
        return jdbc
                .sql("""
                        select e.deployment, c.by_user, e.by_user as agreed from deployment_end e
                        join deployment_change c on c.id = e.change where e.deployment in (:deployments)
                        """)
                .param("deployments", deployments)
                .query((row, n) -> Map.entry(
                        row.getString("deployment"), new DeployedBy(row.getString("by_user"), row.getString("agreed"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Proposal proposal(ResultSet row, int n) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_user"),
                row.getString("name"),
                row.getString("replaces"),
                List.of((String[]) row.getArray("changed").getArray()));
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }

    private static String sha256(ModelFile file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
