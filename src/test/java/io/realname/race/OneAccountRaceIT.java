package io.realname.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.AtOnce;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Walk;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account has one application at a time, and a request has one effect, however fast the second one comes. */
@RaceSettings
class OneAccountRaceIT {

    @Autowired
    private Walk walk;

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
        Applicant applicant = Applicant.number(5320 + repetition.getCurrentRepetition());
        walk.known(applicant, "JD_CLOUD");
        Door door = walk.typed(applicant.account());

        List<Reply> replies = AtOnce.times(64, i -> door.start(applicant.application()));

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
        walk.known(applicant, "JD_CLOUD");

        List<Reply> replies = AtOnce.times(n, i -> walk.typed().start(applicant.application()));

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
