package io.realname.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** Recognizes failures that end when the database is available again, in any chain of wrapping exceptions. */
public final class DatabaseOutage {

    /** Class 08 of SQLSTATE is a connection exception; 57P means that PostgreSQL shuts down or starts. */
    private static final String CONNECTION = "08";

    private static final String SHUTDOWN = "57P";

    private DatabaseOutage() {}

    /**
     * Whether the exception or one of its causes says that no connection was available, or that the connection broke.
     */
    public static boolean isBehind(@Nullable Throwable failure) {
        return ExceptionUtils.stream(failure)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLException sql && isConnection(sql.getSQLState()));
    }

    private static boolean isConnection(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN));
    }
}
