package io.realname.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the engine's tables, whatever the column. */
public final class EngineTables {

    private EngineTables() {}

    /** The columns that hold one of the texts, as they are or within serialised bytes. */
    public static List<String> mentions(JdbcClient jdbc, String... texts) {
        List<String> mentions = new ArrayList<>();
        jdbc.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = current_schema() and table_name like 'act\\_%'
                          and data_type in ('character varying', 'text', 'bytea')
                        """).query((RowCallbackHandler) column -> {
            String table = column.getString("table_name");
            String name = column.getString("column_name");
            for (String text : texts) {
                String condition = column.getString("data_type").equals("bytea")
                        ? "position(:text in " + name + ") > 0"
                        : "position(convert_from(:text, 'UTF8') in " + name + ") > 0";
                if (jdbc.sql("select exists (select from " + table + " where " + condition + ")")
                        .param("text", text.getBytes(StandardCharsets.UTF_8))
                        .query(Boolean.class)
                        .single()) {
                    mentions.add(table + "." + name);
                }
            }
        });
        return mentions;
    }
}
