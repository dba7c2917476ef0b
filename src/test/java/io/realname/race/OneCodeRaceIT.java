package io.realname.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.AtOnce;
import io.realname.app.Client.Reply;
import io.realname.app.Walk;
import io.realname.sandbox.SandboxServer;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A code is accepted once, and an application has five tries, however many codes come at the same moment. */
@RaceSettings
class OneCodeRaceIT {

    private static final int MANY = 64;
    private static final int TRIES = 5;

    @Autowired
    private Walk walk;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @RepeatedTest(2)
    void aRightCodeIsAcceptedOnce(RepetitionInfo repetition) {
        Applicant applicant = Applicant.number(5400 + repetition.getCurrentRepetition());
        String id = walk.started(walk.typed(), walk.known(applicant));
        String code = walk.awaitedCode(id, applicant);

        List<Reply> replies = AtOnce.times(MANY, i -> walk.typed().submitCode(id, code));

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .allSatisfy(reply -> assertThat(reply.status()).isIn(409, 422));
        assertThat(walk.settled(id).at("/outcome/code"))
                .as("impatience costs nobody the application")
                .isEqualTo("VERIFIED");
        assertThat(used(id)).isOne();
        assertThat(walk.typed().submitCode(id, code).status()).isEqualTo(409);
    }

    @RepeatedTest(2)
    void aRightCodeIsAcceptedOnceAtTheEngineDoor(RepetitionInfo repetition) {
        Applicant applicant = Applicant.number(5430 + repetition.getCurrentRepetition());
        String id = walk.started(walk.typed(), walk.known(applicant));
        String message = """
                {"messageName":"MobileCodeSubmitted","businessKey":"%s","processVariables":
                    {"code":{"type":"String","value":"%s","valueInfo":{"transient":true}}}}
                """.formatted(id, walk.awaitedCode(id, applicant));

        List<Reply> replies = AtOnce.times(MANY, i -> walk.mall().post("/engine-rest/message", message));

        assertThat(replies.stream().filter(reply -> reply.status() < 300)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() >= 300))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(409));
        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(used(id)).isOne();
    }

    @RepeatedTest(2)
    void wrongCodesAreCountedFiveTimesAtMost(RepetitionInfo repetition) {
        Applicant applicant = Applicant.number(5410 + repetition.getCurrentRepetition());
        String id = walk.started(walk.typed(), walk.known(applicant));
        String right = walk.awaitedCode(id, applicant);
        String wrong = Walk.not(right);

        List<Reply> replies = AtOnce.times(MANY, i -> walk.typed().submitCode(id, wrong));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 409, 422));
        assertThat(tries(id)).isBetween(1, TRIES);
        while (tries(id) < TRIES) {
            assertThat(walk.typed().submitCode(id, wrong).status()).isIn(200, 422);
        }
        // All tries are used up: even the right code is not accepted any more.
        assertThat(walk.typed().submitCode(id, right).status()).isIn(200, 409);
        Reply ended = walk.settled(id);
        assertThat(ended.at("/outcome/code")).isEqualTo("MOBILE_CODE_FAILED");
        assertThat(ended.at("/outcome/reason")).isEqualTo("TOO_MANY_WRONG_CODES");
        assertThat(tries(id)).isEqualTo(TRIES);
        assertThat(used(id)).isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void anotherCodeGivesNoOtherTries() {
        Applicant applicant = Applicant.number(5420);
        String id = walk.started(walk.typed(), walk.known(applicant));

        int guesses = 0;
        Reply reply = walk.typed().submitCode(id, Walk.not(walk.awaitedCode(id, applicant)));
        while (reply.status() == 422) {
            guesses++;
            assertThat(reply.at("/code")).isEqualTo("MOBILE_CODE_WRONG");
            assertThat(reply.body().path("attemptsLeft").asInt()).isEqualTo(TRIES - guesses);
            if (guesses < TRIES) {
                assertThat(walk.typed().resend(id).status()).isEqualTo(200);
            }
            reply = walk.typed().submitCode(id, Walk.not(walk.awaitedCode(id, applicant)));
        }

        assertThat(guesses + 1).as("guesses, with the one that ended it").isEqualTo(TRIES);
        assertThat(reply.at("/outcome/code")).isEqualTo("MOBILE_CODE_FAILED");
        assertThat(sandbox.inbox().messages(applicant.mobile())).hasSize(TRIES);
        assertThat(walk.typed().resend(id).status()).isEqualTo(409);
    }

    private int tries(String id) {
        return jdbc.sql("select tries from mobile_confirmation where application = ?")
                .param(UUID.fromString(id))
                .query(Integer.class)
                .single();
    }

    private int used(String id) {
        return jdbc.sql("select count(*) from mobile_code where application = ? and state = 'USED'")
                .param(UUID.fromString(id))
                .query(Integer.class)
                .single();
    }
}
