package io.realname.benchmark;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prints which statements a round executed: how often for one verification, with how much WAL and time. */
final class Statements {

    private Statements() {}

    static void print(JdbcClient statistics, String database, long verified) {
        statistics.sql("""
                        select calls, wal_bytes, total_exec_time, wal_records, regexp_replace(query, '\\s+', ' ', 'g') as query
                        from pg_stat_statements s join pg_database d on d.oid = s.dbid
                        where d.datname = ? order by calls desc limit 150
                        """).param(database).query(row -> {
            System.out.printf(
                    Locale.ROOT,
                    "%6.2f × %7.0f B %6.2f ms  %s%n",
                    row.getDouble("calls") / verified,
                    row.getDouble("wal_bytes") / verified,
                    row.getDouble("total_exec_time") / verified,
                    row.getString("query")
                            .substring(0, Math.min(150, row.getString("query").length())));
        });
    }
}
