package io.realname.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether PostgreSQL's archive of WAL, without which a backup ends at its last base backup, takes what it is given. */
@Component
class ArchiveFigures implements FigureFamily {

    private static final FigureMeter FAILING = new FigureMeter(
            "realname.wal.archive.failing",
            "1 if PostgreSQL archives its WAL and the last try failed; else 0, also without an archive");

    private final JdbcClient jdbc;

    ArchiveFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<Figure> read() {
        boolean failing = jdbc.sql("""
                        select current_setting('archive_mode') <> 'off' and last_failed_time is not null
                               and last_failed_time > coalesce(last_archived_time, '-infinity')
                        from pg_stat_archiver
                        """).query(Boolean.class).single();
        return List.of(new Figure(FAILING, failing ? 1 : 0));
    }
}
