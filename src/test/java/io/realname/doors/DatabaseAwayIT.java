package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * No database connection is available. The pool has two connections, both of which the test can take, and it waits only
 * for a moment. The job executor is off, because it would need a connection too.
 */
@RealnameTest
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.maximum-pool-size=2",
            "spring.datasource.hikari.connection-timeout=300",
            "camunda.bpm.job-execution.enabled=false"
        })
class DatabaseAwayIT {

    @Autowired
    private Walk walk;

    @Autowired
    private DataSource dataSource;

    @Test
    void isToldAsSomethingThatPasses() throws SQLException {
        Applicant applicant = walk.known(Applicant.number(2500));
        Door typed = Entrance.TYPED.of(walk.mall());
        String id = walk.started(typed, applicant);
        Door engine = Entrance.ENGINE.of(walk.mall());

        try (Connection one = taken();
                Connection other = taken()) {
            assertThat(one).isNotSameAs(other);
            assertLater(walk.mall().get("/api/v1/verifications/" + id));
            assertLater(typed.start(applicant.application()));
            assertLater(typed.withdraw(id));
            assertLater(engine.withdraw(id));
            assertLater(walk.mall().get("/api/v1/banks"));
        }

        assertThat(engine.withdraw(id).status()).isEqualTo(204);
    }

    private static void assertLater(Reply reply) {
        assertProblem(reply, 503, "SERVICE_UNAVAILABLE");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
    }

    /** A connection leaves the pool at its first statement. */
    private Connection taken() throws SQLException {
        Connection connection = dataSource.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
        return connection;
    }
}
