package io.realname.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the system and PostgreSQL have used until now. The difference of two is what a round used.
 *
 * @param statements as PostgreSQL counts them, with {@code begin} and {@code commit} left out
 * @param wal in bytes
 * @param jvm CPU time of the system's process, in milliseconds
 * @param postgres CPU time of all processes of PostgreSQL, in milliseconds
 */
public record Counters(double statements, double commits, double wal, double jvm, double postgres) {

    static Counters now(JdbcClient statistics, String database, long system, long postgres) {
        return new Counters(
                statistics.sql("""
                                select coalesce(sum(calls), 0) from pg_stat_statements s
                                join pg_database d on d.oid = s.dbid
                                where d.datname = ? and s.query !~* '^(begin|commit|rollback)'
                                """).param(database).query(Double.class).single(),
                statistics
                        .sql("select xact_commit from pg_stat_database where datname = ?")
                        .param(database)
                        .query(Double.class)
                        .single(),
                statistics
                        .sql("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")
                        .query(Double.class)
                        .single(),
                Cpu.ofTree(system),
                Cpu.ofTree(postgres));
    }

    Counters minus(Counters earlier) {
        return new Counters(
                statements - earlier.statements,
                commits - earlier.commits,
                wal - earlier.wal,
                jvm - earlier.jvm,
                postgres - earlier.postgres);
    }

    Counters dividedBy(long verifications) {
        return new Counters(
                statements / verifications,
                commits / verifications,
                wal / verifications,
                jvm / verifications,
                postgres / verifications);
    }
}
