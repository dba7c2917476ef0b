package io.realname.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many appeals that wait for a reviewer: copies of some that really wait, in SQL. All that the engine keeps of them is there,
 * and the application with its trail; its files are not, and seals do not open.
 */
final class OpenAppeals {

    private static final String TEMPLATES = "(select id from desk_template)";
    private static final String INSTANCES =
            "(select id_ from act_hi_procinst where business_key_ in (select id::text from desk_template))";

    /** In this order: a row comes after those that it points to. */
    private static final List<Rows> ALL = List.of(
            Rows.of(
                    "account",
                    "user_name in (select account from application where id in " + TEMPLATES + ")",
                    "user_name"),
            Rows.of("application", "id in " + TEMPLATES, "id", "account", "identity_key"),
            Rows.of("audit_stream", "application in " + TEMPLATES, "application"),
            Rows.of("audit_entry", "application in " + TEMPLATES, "application"),
            Rows.of(
                    "act_hi_procinst",
                    "id_ in " + INSTANCES,
                    "id_",
                    "proc_inst_id_",
                    "root_proc_inst_id_",
                    "super_process_instance_id_",
                    "business_key_"),
            Rows.of(
                    "act_ru_execution",
                    "proc_inst_id_ in " + INSTANCES,
                    "id_",
                    "proc_inst_id_",
                    "root_proc_inst_id_",
                    "parent_id_",
                    "super_exec_",
                    "business_key_"),
            Rows.of("act_ru_task", "proc_inst_id_ in " + INSTANCES, "id_", "execution_id_", "proc_inst_id_"),
            Rows.of(
                    "act_ru_identitylink",
                    "task_id_ in (select id_ from act_ru_task where proc_inst_id_ in " + INSTANCES + ")",
                    "id_",
                    "task_id_"),
            Rows.of(
                    "act_ru_variable",
                    "proc_inst_id_ in " + INSTANCES,
                    "id_",
                    "execution_id_",
                    "proc_inst_id_",
                    "var_scope_",
                    "task_id_"),
            Rows.of("act_ru_event_subscr", "proc_inst_id_ in " + INSTANCES, "id_", "execution_id_", "proc_inst_id_"),
            Rows.of(
                    "act_ru_job",
                    "process_instance_id_ in " + INSTANCES,
                    "id_",
                    "execution_id_",
                    "process_instance_id_",
                    "root_proc_inst_id_"));

    private final JdbcClient jdbc;
    private final int templates;
    private int copies;

    /**
     * Rows that belong to an open appeal.
     *
     * @param which a condition
     * @param keys the columns that name a row or point to one: each copy has its own
     */
    private record Rows(String table, String which, List<String> keys) {

        static Rows of(String table, String which, String... keys) {
            return new Rows(table, which, Arrays.asList(keys));
        }

        /** @param columns all of the table */
        String copied(List<String> columns) {
            return "insert into " + table + " (" + String.join(", ", columns) + ") select "
                    + columns.stream().map(this::ofCopy).collect(Collectors.joining(", ")) + " from " + table
                    + " r cross join generate_series(:first, :last) n where r." + which;
        }

        private String ofCopy(String column) {
            if (!keys.contains(column)) {
                return switch (column) {
                    // Each is due at another time, and one of three has been claimed.
                    case "due_date_" -> "r.due_date_ + n * interval '1 second'";
                    case "assignee_" -> "case when n % 3 = 0 then 'reviewer' || n % 40 end";
                    default -> "r." + column;
                };
            }
            return switch (column) {
                case "account", "user_name" -> "r." + column + " || '_' || n";
                case "identity_key" -> "sha256(r.identity_key || n::text::bytea)";
                case "id", "application" -> "md5(r." + column + "::text || n)::uuid";
                default -> "md5(r." + column + " || n)::uuid::text";
            };
        }
    }

    /** @param templates how many appeals wait now, at the latest in some seconds; all of them are copied */
    OpenAppeals(JdbcClient jdbc, int templates) throws InterruptedException {
        this.jdbc = jdbc;
        this.templates = templates;
        for (int tries = 0; open() < templates && tries < 100; tries++) {
            Thread.sleep(100);
        }
        int found = jdbc.sql(
                        "create table desk_template as select id from application where kind = 'APPEAL' and ended_at is null")
                .update();
        if (found != templates || open() != templates) {
            throw new IllegalStateException(found + " appeals and " + open() + " tasks instead of " + templates);
        }
    }

    /** Makes more of them until there are so many. */
    void growTo(int wanted) {
        int first = copies + 1;
        copies = wanted / templates - 1;
        for (Rows rows : ALL) {
            jdbc.sql(rows.copied(columns(rows.table())))
                    .param("first", first)
                    .param("last", copies)
                    .update();
        }
        jdbc.sql("vacuum analyze").update();
        if (open() != wanted) {
            throw new IllegalStateException(open() + " tasks instead of " + wanted);
        }
    }

    private List<String> columns(String table) {
        return jdbc.sql(
                        "select column_name from information_schema.columns where table_name = ? and table_schema = 'public'")
                .param(table)
                .query(String.class)
                .list();
    }

    private int open() {
        return jdbc.sql("select count(*) from act_ru_task").query(Integer.class).single();
    }
}
