package io.realname.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a table keeps what a provider decided.
 *
 * @param <T> what it decides
 */
public interface DecisionColumns<T> {

    /** Of a row whose state is {@code DECIDED}. */
    T read(ResultSet row) throws SQLException;

    /** By their names. */
    Map<String, @Nullable Object> write(T decided);
}
