package io.realname.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches every column of every table, whatever its type. */
final class DatabaseSearch {

    private final JdbcClient jdbc;
    private final PlantedValues values;

    DatabaseSearch(JdbcClient jdbc, PlantedValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** What was found where, as {@code table.column: kind}; empty if nothing was found. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        tables().forEach((table, columns) -> content(table, columns)
                .forEach((column, content) -> values.in(content.toByteArray())
                        .forEach(kind -> findings.add(table + "." + column + ": " + kind))));
        return findings;
    }

    /** The columns of each table of the app's schema, the engine's and ours. */
    Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new TreeMap<>();
        jdbc.sql("""
                        select c.table_name, c.column_name
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                        """)
                .query((RowCallbackHandler) row -> tables.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(row.getString(2)));
        return tables;
    }

    /** All values of each column, one after the other: bytes as they are, others as the database writes them. */
    private Map<String, ByteArrayOutputStream> content(String table, List<String> columns) {
        Map<String, ByteArrayOutputStream> content = new TreeMap<>();
        columns.forEach(column -> content.put(column, new ByteArrayOutputStream()));
        jdbc.sql("select * from \"" + table + "\"").query((RowCallbackHandler) row -> {
            for (String column : columns) {
                ByteArrayOutputStream collected = content.get(column);
                Object value = row.getObject(column);
                byte[] bytes = value instanceof byte[] binary
                        ? binary
                        : value == null ? new byte[0] : row.getString(column).getBytes(StandardCharsets.UTF_8);
                if (collected != null) {
                    collected.writeBytes(bytes);
                    collected.write('\n');
                }
            }
        });
        return content;
    }
}
