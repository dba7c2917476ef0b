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

    /** {@code t} is a verified application, {@code n} the number of the copy. */
    private static final List<String> COPIES = List.of("""
            insert into account select a.user_name || '_' || n, a.site, a.kind, a.mobile,
                sha256(a.mobile_key || n::text::bytea), a.mobile_changed_at, a.open_business,
                a.created_at - past, a.updated_at - past, a.staff_login
            from copied join account a on a.user_name = (t).account
            """, """
            insert into identity select sha256((t).identity_key || n::text::bytea) from copied
            """, """
            insert into application select (jsonb_populate_record(t, jsonb_build_object(
                'id', md5((t).id::text || n),
                'account', (t).account || '_' || n,
                'identity_key', sha256((t).identity_key || n::text::bytea),
                'agreement_accepted_at', (t).agreement_accepted_at - past,
                'created_at', (t).created_at - past,
                'updated_at', (t).updated_at - past,
                'ended_at', (t).ended_at - past))).*
            from copied
            """, """
            insert into binding (id, identity_key, site, account, method, person, application, verified_at)
            select md5(b.id::text || n)::uuid, sha256((t).identity_key || n::text::bytea), b.site, (t).account || '_' || n, b.method,
                b.person, md5((t).id::text || n)::uuid, b.verified_at - past
            from copied join binding b on b.application = (t).id
            """, """
            insert into mobile_code select (jsonb_populate_record(c, jsonb_build_object(
                'id', md5(c.id::text || n),
                'application', md5((t).id::text || n),
                'account', (t).account || '_' || n,
                'mobile_key', sha256(c.mobile_key || n::text::bytea),
                'serial_number', md5(c.serial_number || n),
                'created_at', c.created_at - past,
                'expires_at', c.expires_at - past))).*
            from copied join mobile_code c on c.application = (t).id
            """, """
            insert into mobile_confirmation
            select md5((t).id::text || n)::uuid, m.tries, sha256(m.confirmed || n::text::bytea)
            from copied join mobile_confirmation m on m.application = (t).id
            """, """
            insert into bank_card_check select (jsonb_populate_record(c, jsonb_build_object(
                'application', md5((t).id::text || n),
                'account', (t).account || '_' || n,
                'identity_key', sha256(c.identity_key || n::text::bytea),
                'card_key', sha256(c.card_key || n::text::bytea),
                'request_id', md5(c.request_id || n),
                'reserved_at', c.reserved_at - past,
                'sent_at', c.sent_at - past,
                'decided_at', c.decided_at - past))).*
            from copied join bank_card_check c on c.application = (t).id
            """, """
            insert into audit_stream select md5((t).id::text || n)::uuid, s.length, s.seal
            from copied join audit_stream s on s.application = (t).id
            """, """
            insert into audit_entry (application, number, at, event, actor, facts, mac)
            select md5((t).id::text || n)::uuid, e.number, e.at - past, e.event, e.actor, e.facts, e.mac
            from copied join audit_entry e on e.application = (t).id
            """, """
            insert into passed_steps (instance, definition, at, entered, "left")
            select md5(p.instance || n)::uuid::text, p.definition, p.at - past, p.entered, p."left"
            from copied join act_hi_procinst h on h.business_key_ = (t).id::text join passed_steps p on p.instance = h.id_
            """, """
            insert into act_hi_procinst select (jsonb_populate_record(h, jsonb_build_object(
                'id_', md5(h.id_ || n)::uuid,
                'proc_inst_id_', md5(h.id_ || n)::uuid,
                'root_proc_inst_id_', md5(h.root_proc_inst_id_ || n)::uuid,
                'super_process_instance_id_', md5(h.super_process_instance_id_ || n)::uuid,
                'business_key_', md5((t).id::text || n)::uuid,
                'start_time_', h.start_time_ - past,
                'end_time_', h.end_time_ - past))).*
            from copied join act_hi_procinst h on h.business_key_ = (t).id::text
            """);

    private static final String COPIED = """
            with copied as materialized (
                select t, n, n * interval '2 years' / :copies as past
                from application t cross join generate_series(:from, :to) n
                where id in (select id from growth_template)
            )
            """;

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
            for (int from = 1; from <= copies; from += COPIES_AT_ONCE) {
                int first = from;
                transaction.executeWithoutResult(status -> {
                    for (String copy : COPIES) {
                        jdbc.sql(COPIED + copy)
                                .param("copies", copies)
                                .param("from", first)
                                .param("to", Math.min(copies, first + COPIES_AT_ONCE - 1))
                                .update();
                    }
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
