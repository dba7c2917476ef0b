package io.realname.figures;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether there is something to restore from: the base backups that {@code operations/backup} has made, and PostgreSQL's
 * archive of WAL, without which a restore ends at the last of them.
 */
@Component
class BackupFigures implements FigureFamily {

    private static final FigureMeter FAILING = new FigureMeter(
            "realname.wal.archive.failing",
            "1 if PostgreSQL archives its WAL and the last try failed; else 0, also without an archive");

    private static final FigureMeter AGE = new FigureMeter(
            "realname.base.backup.age",
            "how long ago operations/backup made the last base backup; absent if it never did",
            "seconds");

    private final JdbcClient jdbc;

    BackupFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public List<Figure> read() {
        return jdbc.sql("""
                        select current_setting('archive_mode') <> 'off' and last_failed_time is not null
                               and last_failed_time > coalesce(last_archived_time, '-infinity') as failing,
                               (select extract(epoch from clock_timestamp() - max(at)) from base_backup) as age
                        from pg_stat_archiver
                        """)
                .query((row, n) -> {
                    Figure failing = new Figure(FAILING, row.getBoolean("failing") ? 1 : 0);
                    return row.getObject("age") == null
                            ? Stream.of(failing)
                            : Stream.of(failing, new Figure(AGE, row.getDouble("age")));
                })
                .single()
                .toList();
    }
}
