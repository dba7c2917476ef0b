package io.realname.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass when the database is back from those that do not, whoever wrapped them. */
public final class DatabaseOutage {

    /** Class 08 of SQLSTATE: connection exceptions; 57P: PostgreSQL shuts down or starts. */
    private static final String CONNECTION = "08";

    private static final String SHUTDOWN = "57P";

    private DatabaseOutage() {}

    /** Whether somewhere below it is that no connection was to be had, or the one there was broke. */
    public static boolean isBehind(@Nullable Throwable failure) {
        return ExceptionUtils.stream(failure)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLException sql && isConnection(sql.getSQLState()));
    }

    private static boolean isConnection(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN));
    }
}
