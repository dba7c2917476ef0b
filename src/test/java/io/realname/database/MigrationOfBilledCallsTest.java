package io.realname.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.dev.TestDatabase;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rows that earlier versions have written keep their meaning when the tables of billed calls and tries change. */
class MigrationOfBilledCallsTest {

    private final DataSource database = dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void paymentsAndWrongTriesKeepTheirMeaning() {
        migrate("16");
        UUID accepted = application("jd_one");
        UUID refused = application("jd_two");
        UUID lost = application("jd_three");
        payment(accepted, "ACCEPTED", "order-1");
        payment(refused, "REFUSED", null);
        payment(lost, "LOST", null);
        jdbc.sql("insert into licence_check (application, state, reserved_at) values (?, 'SENT', now())")
                .param(accepted)
                .update();
        amount(accepted, 1, "DIFFERENT", true);
        amount(accepted, 2, "DIFFERENT", false);
        amount(accepted, 3, "DIFFERENT", false);
        jdbc.sql("insert into mobile_code_throttle values ('\\x01', 12, now(), now())")
                .update();

        migrate("latest");

        assertThat(states(accepted)).isEqualTo("DECIDED ACCEPTED order-1");
        assertThat(states(refused)).isEqualTo("DECIDED ACCOUNT_REFUSED ");
        assertThat(states(lost)).isEqualTo("LOST  ");
        assertThat(jdbc.sql("select try from licence_check")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select in_row from wrong_tries order by in_row")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 12);
        assertThat(jdbc.sql("select convert_from(subject_key, 'UTF8') from wrong_tries where in_row = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("amounts of jd_one");
    }

    private String states(UUID application) {
        return jdbc.sql("""
                        select concat(state, ' ', result, ' ', order_number) from corporate_payment where application = ?
                        """).param(application).query(String.class).single();
    }

    private UUID application(String account) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into account (user_name, site, kind, created_at, updated_at)
                        values (?, 'JD_MALL', 'ENTERPRISE', now(), now())
                        """).param(account).update();
        jdbc.sql("""
                        insert into application (id, kind, client, account, site, status, created_at, updated_at)
                        values (?, 'ENTERPRISE', 'mall', ?, 'JD_MALL', 'IN_PROGRESS', now(), now())
                        """).params(id, account).update();
        return id;
    }

    private void payment(UUID application, String state, @Nullable String orderNumber) {
        jdbc.sql("""
                        insert into corporate_payment (application, try, state, order_number, reserved_at)
                        values (?, 1, ?, ?, now())
                        """).params(application, state, orderNumber).update();
    }

    private void amount(UUID application, int number, String result, boolean spent) {
        jdbc.sql("""
                        insert into stated_amount (application, number, account, result, spent, stated_at)
                        values (?, ?, 'jd_one', ?, ?, now())
                        """).params(application, number, result, spent).update();
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(database).target(target).load().migrate();
    }

    private static DataSource dataSource() {
        JdbcConnectionDetails details = TestDatabase.fresh();
        return new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }
}
