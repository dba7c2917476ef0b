package io.realname.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** Recognizes failures that end when the database is available again, in any chain of wrapping exceptions. */
public final class DatabaseOutage {

    /**
     * Beginnings of SQLSTATE: a connection exception; insufficient resources, for example a full disk (53100); PostgreSQL
     * shuts down or starts; its disk or operating system fails.
     */
    private static final Set<String> OUTAGES = Set.of("08", "53", "57P", "58");

    private DatabaseOutage() {}

    /**
     * Whether the exception or one of its causes says that no connection was available, that the connection broke, or that
     * the server lacks what it needs.
     */
    public static boolean isBehind(@Nullable Throwable failure) {
        return ExceptionUtils.stream(failure)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLException sql && isOutage(sql.getSQLState()));
    }

    private static boolean isOutage(@Nullable String state) {
        return state != null && OUTAGES.stream().anyMatch(state::startsWith);
    }
}
