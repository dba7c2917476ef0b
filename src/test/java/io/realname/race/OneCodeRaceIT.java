package io.realname.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Journey;
import io.realname.sandbox.SandboxServer;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A code is accepted once, and an application has five tries, however many come at the same moment. */
@RaceSettings
class OneCodeRaceIT {

    private static final int MANY = 64;
    private static final int TRIES = 5;

    @LocalServerPort
    private int port;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @RepeatedTest(2)
    void aRightCodeIsAcceptedOnce(RepetitionInfo repetition) {
        Journey journey = Journey.at(port, sandbox);
        Applicant applicant = Applicant.number(5400 + repetition.getCurrentRepetition());
        String location = journey.start(applicant);
        String code = journey.code(location, applicant);

        List<Reply> replies = AtOnce.times(MANY, i -> journey.submitCode(location, code));

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .allSatisfy(reply -> assertThat(reply.status()).isIn(409, 422));
        assertThat(journey.settled(location).at("/outcome/code"))
                .as("impatience costs nobody the application")
                .isEqualTo("VERIFIED");
        assertThat(used(location)).isOne();
        assertThat(journey.submitCode(location, code).status()).isEqualTo(409);
    }

    @RepeatedTest(2)
    void aRightCodeIsAcceptedOnceAtTheEngineDoor(RepetitionInfo repetition) {
        Journey journey = Journey.at(port, sandbox);
        Applicant applicant = Applicant.number(5430 + repetition.getCurrentRepetition());
        String location = journey.start(applicant);
        String message = """
                {"messageName":"MobileCodeSubmitted","businessKey":"%s","processVariables":
                    {"code":{"type":"String","value":"%s","valueInfo":{"transient":true}}}}
                """.formatted(Journey.id(location), journey.code(location, applicant));

        List<Reply> replies = AtOnce.times(MANY, i -> journey.client().post("/engine-rest/message", message));

        assertThat(replies.stream().filter(reply -> reply.status() < 300)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() >= 300))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(409));
        assertThat(journey.settled(location).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(used(location)).isOne();
    }

    @RepeatedTest(2)
    void wrongCodesAreCountedFiveTimesAtMost(RepetitionInfo repetition) {
        Journey journey = Journey.at(port, sandbox);
        Applicant applicant = Applicant.number(5410 + repetition.getCurrentRepetition());
        String location = journey.start(applicant);
        String right = journey.code(location, applicant);
        String wrong = Journey.not(right);

        List<Reply> replies = AtOnce.times(MANY, i -> journey.submitCode(location, wrong));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 409, 422));
        assertThat(tries(location)).isBetween(1, TRIES);
        while (tries(location) < TRIES) {
            assertThat(journey.submitCode(location, wrong).status()).isIn(200, 422);
        }
        // All tries are gone: even the right code is not taken any more.
        assertThat(journey.submitCode(location, right).status()).isIn(200, 409);
        Reply ended = journey.settled(location);
        assertThat(ended.at("/outcome/code")).isEqualTo("MOBILE_CODE_FAILED");
        assertThat(ended.at("/outcome/reason")).isEqualTo("TOO_MANY_WRONG_CODES");
        assertThat(tries(location)).isEqualTo(TRIES);
        assertThat(used(location)).isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(Journey.id(location))
                        .count())
                .isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void anotherCodeGivesNoOtherTries() {
        Journey journey = Journey.at(port, sandbox);
        Applicant applicant = Applicant.number(5420);
        String location = journey.start(applicant);

        int guesses = 0;
        Reply reply = journey.submitCode(location, Journey.not(journey.code(location, applicant)));
        while (reply.status() == 422) {
            guesses++;
            assertThat(reply.at("/code")).isEqualTo("MOBILE_CODE_WRONG");
            assertThat(reply.body().path("attemptsLeft").asInt()).isEqualTo(TRIES - guesses);
            if (guesses < TRIES) {
                assertThat(journey.client()
                                .post(location + "/mobile-code/resend", "")
                                .status())
                        .isEqualTo(200);
            }
            reply = journey.submitCode(location, Journey.not(journey.code(location, applicant)));
        }

        assertThat(guesses + 1).as("guesses, with the one that ended it").isEqualTo(TRIES);
        assertThat(reply.at("/outcome/code")).isEqualTo("MOBILE_CODE_FAILED");
        assertThat(sandbox.inbox().messages(applicant.mobile())).hasSize(TRIES);
        assertThat(journey.client().post(location + "/mobile-code/resend", "").status())
                .isEqualTo(409);
    }

    private int tries(String location) {
        return jdbc.sql("select tries from mobile_confirmation where application = ?")
                .param(UUID.fromString(Journey.id(location)))
                .query(Integer.class)
                .single();
    }

    private int used(String location) {
        return jdbc.sql("select count(*) from mobile_code where application = ? and state = 'USED'")
                .param(UUID.fromString(Journey.id(location)))
                .query(Integer.class)
                .single();
    }
}
