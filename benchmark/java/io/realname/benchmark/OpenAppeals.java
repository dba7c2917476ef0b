package io.realname.benchmark;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many appeals that wait for a reviewer: copies of some that really wait. All that the engine keeps of them is there, and the
 * application with its trail; its files are not, and seals do not open.
 */
final class OpenAppeals {

    private static final String TEMPLATES = CopiedRows.applications("desk_template");
    private static final String INSTANCES = CopiedRows.instances("desk_template");

    /** In this order: a row comes after those that it points to. */
    private static final List<CopiedRows> ALL = List.of(
            new CopiedRows("account", "user_name in (select account from application where id" + TEMPLATES + ")"),
            new CopiedRows("application", "id" + TEMPLATES),
            new CopiedRows("audit_stream", "application" + TEMPLATES),
            new CopiedRows("audit_entry", "application" + TEMPLATES),
            new CopiedRows("act_hi_procinst", "id_" + INSTANCES),
            new CopiedRows("act_ru_execution", "proc_inst_id_" + INSTANCES),
            new CopiedRows("act_ru_task", "proc_inst_id_" + INSTANCES),
            new CopiedRows(
                    "act_ru_identitylink",
                    "task_id_ in (select id_ from act_ru_task where proc_inst_id_" + INSTANCES + ")"),
            new CopiedRows("act_ru_variable", "proc_inst_id_" + INSTANCES),
            new CopiedRows("act_ru_event_subscr", "proc_inst_id_" + INSTANCES),
            new CopiedRows("act_ru_job", "process_instance_id_" + INSTANCES));

    private final JdbcClient jdbc;
    private final int templates;
    private int copies;

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
        ALL.forEach(rows -> rows.copy(jdbc, first, copies, "interval '0'"));
        jdbc.sql("vacuum analyze").update();
        if (open() != wanted) {
            throw new IllegalStateException(open() + " tasks instead of " + wanted);
        }
    }

    private int open() {
        return jdbc.sql("select count(*) from act_ru_task").query(Integer.class).single();
    }
}
