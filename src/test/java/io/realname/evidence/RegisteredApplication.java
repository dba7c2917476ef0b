package io.realname.evidence;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications as this room sees them: rows with an id and, when they have ended, a time. */
final class RegisteredApplication {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger(8000);

    private RegisteredApplication() {}

    static UUID open(JdbcClient jdbc) {
        UUID id = UUID.randomUUID();
        register(jdbc, id);
        return id;
    }

    static void register(JdbcClient jdbc, UUID id) {
        String account = "user_" + ACCOUNTS.getAndIncrement();
        jdbc.sql("""
                        insert into account (user_name, site, kind, mobile_changed_at, created_at, updated_at)
                        values (?, 'JD_MALL', 'PERSONAL', now(), now(), now())
                        """).param(account).update();
        jdbc.sql("""
                        insert into application (id, kind, client, account, site, status, identity_key, person, created_at,
                                                 updated_at)
                        values (?, 'NEW_USER', 'mall', ?, 'JD_MALL', 'IN_PROGRESS', '', '', now(), now())
                        """).params(id, account).update();
    }

    static UUID ended(JdbcClient jdbc, Duration ago) {
        UUID id = open(jdbc);
        jdbc.sql("update application set status = 'FAILED', ended_at = now() - ? * interval '1 second' where id = ?")
                .params(ago.toSeconds(), id)
                .update();
        return id;
    }
}
