package io.realname.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.stereotype.Component;

/** What the connection pool knows about the database, without a question to it. */
@Component
public class DatabasePool {

    private final HikariDataSource pool;

    DatabasePool(DataSource source) {
        pool = DataSourceUnwrapper.unwrap(source, HikariDataSource.class);
    }

    /**
     * Whether the pool has no connection, so that whoever asks for one would wait for nothing. The pool discards broken
     * connections when they are borrowed, and tries to open new ones every few seconds.
     */
    public boolean isEmpty() {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        return state != null && state.getTotalConnections() == 0;
    }
}
