package io.realname.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the columns in which a table stores a provider's decision.
 *
 * @param <T> what the provider decides
 */
public interface DecisionColumns<T> {

    /** Reads the decision from a row whose state is {@code DECIDED}. */
    T read(ResultSet row) throws SQLException;

    /** The values of the columns, by column name. */
    Map<String, @Nullable Object> write(T decided);
}
