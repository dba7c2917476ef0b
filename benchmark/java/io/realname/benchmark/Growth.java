package io.realname.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.realname.benchmark.DurablePostgres.Database;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Years of verified people: copies of those whom the warm-up has verified, with other keys and spread over two years. All
 * rows that a verified person leaves are there. A copy's seals do not open and its trail is no chain, so this database is good
 * to measure with, and for nothing else.
 */
final class Growth {

    private static final int TEMPLATES = 100;
    private static final int COPIES_AT_ONCE = 500;

    private static final String TEMPLATE = CopiedRows.applications("growth_template");
    private static final String INSTANCES = CopiedRows.instances("growth_template");

    /** In this order: a row comes after those that it points to. */
    private static final List<CopiedRows> ALL = List.of(
            new CopiedRows("account", "user_name in (select account from application where id" + TEMPLATE + ")"),
            new CopiedRows(
                    "identity", "identity_key in (select identity_key from application where id" + TEMPLATE + ")"),
            new CopiedRows("application", "id" + TEMPLATE),
            new CopiedRows("binding", "application" + TEMPLATE),
            new CopiedRows("mobile_code", "application" + TEMPLATE),
            new CopiedRows("mobile_confirmation", "application" + TEMPLATE),
            new CopiedRows("bank_card_check", "application" + TEMPLATE),
            new CopiedRows("audit_stream", "application" + TEMPLATE),
            new CopiedRows("audit_entry", "application" + TEMPLATE),
            new CopiedRows("passed_steps", "instance" + INSTANCES),
            new CopiedRows("act_hi_procinst", "id_" + INSTANCES));

    private Growth() {}

    /** @param people how many are verified afterwards, about */
    static void fill(Database database, int people) {
        long begin = System.nanoTime();
        try (HikariDataSource pool = database.pool()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
            // Chosen once: the copies look older than those whom they are copied from.
            int templates = jdbc.sql("""
                            create table growth_template as
                            select id from application where outcome = 'VERIFIED' and kind = 'NEW_USER'
                            order by created_at limit 100
                            """).update();
            if (templates < TEMPLATES) {
                throw new IllegalStateException(
                        "Only " + templates + " were verified in the warm-up: let it take longer");
            }
            int copies = people / TEMPLATES;
            String past = "n * interval '2 years' / " + copies;
            for (int from = 1; from <= copies; from += COPIES_AT_ONCE) {
                int first = from;
                transaction.executeWithoutResult(status -> {
                    int last = Math.min(copies, first + COPIES_AT_ONCE - 1);
                    ALL.forEach(rows -> rows.copy(jdbc, first, last, past));
                });
            }
            jdbc.sql("vacuum analyze").update();
            long size = jdbc.sql("select pg_database_size(current_database())")
                    .query(Long.class)
                    .single();
            System.out.printf(
                    Locale.ROOT,
                    "%-12s grown to %d people in %d s: %.1f GB%n",
                    database.name(),
                    people,
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                    size / 1e9);
        }
    }
}
