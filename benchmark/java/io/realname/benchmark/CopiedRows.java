package io.realname.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies the rows of some applications in SQL, each under other keys. The key of a copy is made of the original's and of the
 * copy's number, in the same way in each table, so that rows which point to each other still do.
 *
 * @param table of ours or of the engine
 * @param which rows {@code r} are copied, a condition
 */
record CopiedRows(String table, String which) {

    /** What follows the key of an application in a condition. */
    static String applications(String templates) {
        return " in (select id from " + templates + ")";
    }

    /** What follows the key of an instance in a condition: those of the applications. */
    static String instances(String templates) {
        return " in (select id_ from act_hi_procinst where business_key_ in (select id::text from " + templates + "))";
    }

    /**
     * @param first number of the copies
     * @param past an SQL interval by which the {@code n}-th copy is older
     */
    void copy(JdbcClient jdbc, int first, int last, String past) {
        List<String> columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_name = ? and table_schema = 'public' and is_identity = 'NO' order by ordinal_position
                        """).param(table).query(String.class).list();
        jdbc.sql("insert into " + table + " ("
                        + columns.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "))
                        + ") select "
                        + columns.stream().map(column -> ofCopy(column, past)).collect(Collectors.joining(", "))
                        + " from " + table + " r cross join generate_series(:first, :last) n where " + which)
                .param("first", first)
                .param("last", last)
                .update();
    }

    /** By the column's name: it means the same in all tables. */
    private static String ofCopy(String column, String past) {
        String original = "r.\"" + column + "\"";
        return switch (column) {
            case "account", "user_name" -> original + " || '_' || n";
            case "identity_key", "mobile_key", "card_key", "confirmed" -> "sha256(" + original + " || n::text::bytea)";
            case "id", "application" -> "md5(" + original + "::text || n)::uuid";
            case "serial_number", "request_id" -> "md5(" + original + " || n)";
            case "id_",
                    "instance",
                    "business_key_",
                    "proc_inst_id_",
                    "process_instance_id_",
                    "root_proc_inst_id_",
                    "super_process_instance_id_",
                    "execution_id_",
                    "parent_id_",
                    "super_exec_",
                    "task_id_",
                    "var_scope_" -> "md5(" + original + " || n)::uuid::text";
            case "created_at",
                    "updated_at",
                    "ended_at",
                    "verified_at",
                    "agreement_accepted_at",
                    "expires_at",
                    "reserved_at",
                    "sent_at",
                    "decided_at",
                    "at",
                    "start_time_",
                    "end_time_",
                    "removal_time_" -> original + " - " + past;
            // Each task is due at another time, and one of three has been claimed.
            case "due_date_" -> original + " + n * interval '1 second'";
            case "assignee_" -> "case when n % 3 = 0 then 'reviewer' || n % 40 end";
            default -> original;
        };
    }
}
