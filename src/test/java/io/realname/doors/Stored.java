package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a start leaves in the database: our rows, and the engine's. */
public record Stored(
        int applications,
        int requests,
        int files,
        int contents,
        int startedInstances,
        int tasks,
        Set<String> runningInstances) {

    public static Stored in(JdbcClient jdbc) {
        return new Stored(
                count(jdbc, "application"),
                count(jdbc, "idempotent_request"),
                count(jdbc, "evidence"),
                count(jdbc, "evidence_content"),
                count(jdbc, "act_hi_procinst"),
                count(jdbc, "act_ru_task"),
                Set.copyOf(jdbc.sql("select distinct proc_inst_id_ from act_ru_execution")
                        .query(String.class)
                        .list()));
    }

    /** Fails if something was stored since. Applications of former tests may have ended meanwhile, by a retry. */
    public void nothingSince(JdbcClient jdbc) {
        Stored now = in(jdbc);
        assertThat(now.but(Set.of())).isEqualTo(but(Set.of()));
        assertThat(runningInstances).containsAll(now.runningInstances);
    }

    private Stored but(Set<String> instances) {
        return new Stored(applications, requests, files, contents, startedInstances, tasks, instances);
    }

    private static int count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
