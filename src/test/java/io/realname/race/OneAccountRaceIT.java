package io.realname.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Journey;
import io.realname.sandbox.SandboxServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account has one application at a time, a request one effect, however fast the second comes. */
@RaceSettings
class OneAccountRaceIT {

    @LocalServerPort
    private int port;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private JdbcClient jdbc;

    @RepeatedTest(5)
    void twoApplicationsOfOneAccount(RepetitionInfo repetition) {
        refusesAllButOne(Applicant.number(5300 + repetition.getCurrentRepetition()), 2);
    }

    @RepeatedTest(2)
    void sixtyFourApplicationsOfOneAccount(RepetitionInfo repetition) {
        refusesAllButOne(Applicant.number(5310 + repetition.getCurrentRepetition()), 64);
    }

    @RepeatedTest(2)
    void sixtyFourTimesTheSameRequest(RepetitionInfo repetition) {
        Journey journey = Journey.at(port, sandbox);
        Applicant applicant = Applicant.number(5320 + repetition.getCurrentRepetition());
        journey.account(applicant, "JD_CLOUD");

        List<Reply> replies =
                AtOnce.times(64, i -> journey.start(applicant, Map.of("Idempotency-Key", applicant.account())));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(201, 409));
        assertThat(replies.stream().filter(reply -> reply.status() == 409))
                .allSatisfy(reply -> assertThat(reply.at("/code")).isEqualTo("REQUEST_IN_PROGRESS"));
        List<Reply> taken =
                replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(taken).isNotEmpty();
        assertThat(taken.stream().map(reply -> reply.header("Location")).distinct())
                .hasSize(1);
        assertThat(applications(applicant)).isOne();
    }

    private void refusesAllButOne(Applicant applicant, int n) {
        Journey journey = Journey.at(port, sandbox);
        journey.account(applicant, "JD_CLOUD");

        List<Reply> replies = AtOnce.times(n, i -> journey.start(applicant, Map.of()));

        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 201))
                .hasSize(n - 1)
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(409);
                    assertThat(reply.at("/code")).isEqualTo("APPLICATION_IN_PROGRESS");
                });
        assertThat(applications(applicant)).isOne();
    }

    private int applications(Applicant applicant) {
        return jdbc.sql("select count(*) from application where account = ?")
                .param(applicant.account())
                .query(Integer.class)
                .single();
    }
}
