package io.realname.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists which statements a round executed: how often for one verification, with how much WAL and time. */
final class Statements {

    private Statements() {}

    static void write(JdbcClient statistics, String database, long verified, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                statistics
                        .sql("""
                        select calls, wal_bytes, total_exec_time, regexp_replace(query, '\\s+', ' ', 'g') as query
                        from pg_stat_statements s join pg_database d on d.oid = s.dbid
                        where d.datname = ? order by calls desc, query limit 200
                        """)
                        .param(database)
                        .query((row, n) -> String.format(
                                Locale.ROOT,
                                "%6.2f × %7.0f B %6.2f ms  %s",
                                row.getDouble("calls") / verified,
                                row.getDouble("wal_bytes") / verified,
                                row.getDouble("total_exec_time") / verified,
                                row.getString("query")))
                        .list());
    }
}
