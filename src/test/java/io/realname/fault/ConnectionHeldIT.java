package io.realname.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.realname.app.Applicant;
import io.realname.app.Walk;
import io.realname.race.RaceSettings;
import io.realname.sandbox.Pause;
import io.realname.sandbox.SandboxServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bank that hangs occupies threads, but no connections: more calls hang here than there are connections. */
@RaceSettings
class ConnectionHeldIT {

    private static final String BANK_CHECK = "BankCard4EVerification";
    private static final int CONNECTIONS = 2;
    private static final int HANGING = 4;

    @Autowired
    private Walk walk;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    private HikariDataSource pool;
    private int usual;

    @BeforeEach
    void fewConnections() throws SQLException {
        pool = dataSource.unwrap(HikariDataSource.class);
        usual = pool.getMaximumPoolSize();
        limit(CONNECTIONS);
        await().untilAsserted(
                        () -> assertThat(connections().getTotalConnections()).isLessThanOrEqualTo(CONNECTIONS));
    }

    @AfterEach
    void connectionsAsUsual() {
        limit(usual);
    }

    @Test
    void aHangingBankHoldsNone() throws InterruptedException {
        List<Pause> pauses = IntStream.range(0, HANGING)
                .mapToObj(i -> sandbox.script().pauseNext(BANK_CHECK))
                .toList();

        List<String> hanging = IntStream.range(0, HANGING)
                .mapToObj(i -> walk.confirmed(walk.typed(), walk.known(Applicant.number(5600 + i))))
                .toList();
        for (Pause pause : pauses) {
            pause.awaitReceived(Duration.ofSeconds(10));
        }

        await().untilAsserted(
                        () -> assertThat(connections().getActiveConnections()).isZero());
        await().untilAsserted(() -> assertThat(idleInTransaction()).isZero());
        // All other applications go on as usual: this one until it waits for its code.
        Applicant other = walk.known(Applicant.number(5620));
        assertThat(walk.awaitedCode(walk.started(walk.typed(), other), other)).hasSize(6);
        assertThat(jdbc.sql("select count(*) from bank_card_check where state = 'SENT'")
                        .query(Integer.class)
                        .single())
                .as("calls that still hang")
                .isEqualTo(HANGING);
        assertThat(connections().getTotalConnections()).isLessThanOrEqualTo(CONNECTIONS);

        pauses.forEach(Pause::release);
        assertThat(hanging)
                .allSatisfy(
                        id -> assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED"));
    }

    /** Limits the pool from now on. Surplus connections are closed as soon as nobody uses them. */
    private void limit(int most) {
        pool.setMinimumIdle(most);
        pool.setMaximumPoolSize(most);
        connections().softEvictConnections();
    }

    private HikariPoolMXBean connections() {
        return pool.getHikariPoolMXBean();
    }

    private int idleInTransaction() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and state like 'idle in transaction%'
                        """).query(Integer.class).single();
    }
}
