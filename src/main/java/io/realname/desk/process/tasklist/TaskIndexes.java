package io.realname.desk.process.tasklist;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Indexes of the engine's open tasks for the filters of Tasklist: the order of the first page, and what has been escalated.
 * The engine makes its tables when it starts, after our migrations. So these are made then.
 */
@Component
@Order(TaskFilters.AFTER_GROUPS)
class TaskIndexes implements ApplicationRunner {

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_008;

    private final JdbcClient jdbc;

    TaskIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Nodes that start at the same time run this one after the other. With {@code if not exists} alone, each start would
     * wait until nobody writes a task.
     */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        make("realname_task_due", "(due_date_, id_)");
        make("realname_task_priority", "(priority_)");
    }

    private void make(String name, String columns) {
        boolean there = jdbc.sql("select to_regclass(?) is not null")
                .param(name)
                .query(Boolean.class)
                .single();
        if (!there) {
            jdbc.sql("create index " + name + " on act_ru_task " + columns).update();
        }
    }
}
