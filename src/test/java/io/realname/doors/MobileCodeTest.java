package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.sandbox.SandboxServer;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes that are wrong, late, or asked for too often. */
@RealnameTest
class MobileCodeTest {

    private static final People PEOPLE = People.of(1300, 1399);

    @Autowired
    private Walk walk;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void eachWrongCodeTakesATryAndTheLastEndsIt(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);

        for (int left = 4; left > 0; left--) {
            assertWrong(door.submitCode(id, walk.wrongCode(applicant.mobile())), left);
            assertThat(walk.settled(id).at("/action/attemptsLeft")).isEqualTo(String.valueOf(left));
        }
        assertThat(door.submitCode(id, walk.wrongCode(applicant.mobile())).status())
                .isIn(200, 204);

        Reply end = walk.settled(id);
        assertThat(end.at("/status")).isEqualTo("FAILED");
        assertThat(end.at("/outcome/code")).isEqualTo("MOBILE_CODE_FAILED");
        assertThat(end.at("/outcome/reason")).isEqualTo("TOO_MANY_WRONG_CODES");
        assertProblem(door.submitCode(id, walk.code(applicant.mobile())), 409, "ACTION_NOT_EXPECTED");
    }

    private static final List<String> NO_CODES =
            List.of("", " ", "12345", "1234567", "abcdef", "12345x", "١٢٣٤٥٦", "-");

    @ParameterizedTest
    @EnumSource
    void whatIsNoCodeCostsNoTry(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);

        for (String typed : NO_CODES) {
            assertProblem(door.submitCode(id, typed), 422, "INVALID_CODE", "/code", "INVALID_CODE");
        }

        assertThat(walk.settled(id).at("/action/attemptsLeft")).isEqualTo("5");
        assertThat(jdbc.sql("select count(*) from mobile_confirmation where application = ?")
                        .param(UUID.fromString(id))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** In full-width digits of a Chinese keyboard, in groups of digits, and with invisible characters. */
    @ParameterizedTest
    @EnumSource
    void aCodeIsReadAsPeopleTypeIt(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        for (UnaryOperator<String> writing : List.<UnaryOperator<String>>of(
                MobileCodeTest::fullWidth,
                code -> code.substring(0, 3) + " " + code.substring(3),
                code -> "\u200b" + code + "\n")) {
            Applicant applicant = walk.known(PEOPLE.next());
            String id = walk.waitingForCode(door, applicant);

            assertThat(door.submitCode(id, writing.apply(walk.code(applicant.mobile())))
                            .status())
                    .isIn(200, 204);
            assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        }
    }

    private static String fullWidth(String digits) {
        return digits.chars()
                .map(digit -> digit - '0' + '\uFF10')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @EnumSource
    void theLastTryMayBeRight(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);
        for (int left = 4; left > 0; left--) {
            assertWrong(door.submitCode(id, walk.wrongCode(applicant.mobile())), left);
        }

        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);

        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void aLateCodeIsToldFromAWrongOneAndCostsNoTry(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);
        jdbc.sql("update mobile_code set expires_at = now() - interval '1 second' where application = ?")
                .param(UUID.fromString(id))
                .update();

        assertProblem(door.submitCode(id, walk.code(applicant.mobile())), 422, "MOBILE_CODE_EXPIRED");
        assertProblem(door.submitCode(id, walk.wrongCode(applicant.mobile())), 422, "MOBILE_CODE_EXPIRED");
        assertThat(walk.settled(id).at("/action/attemptsLeft")).isEqualTo("5");
    }

    @ParameterizedTest
    @EnumSource
    void anotherCodeComesAfterAMinuteAndVoidsTheOneBefore(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);
        String first = walk.code(applicant.mobile());

        Reply tooSoon = assertProblem(door.resend(id), 429, "TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(tooSoon.header("Retry-After"))).isBetween(1, 60);
        assertThat(sandbox.inbox().messages(applicant.mobile())).hasSize(1);

        jdbc.sql("update mobile_code set created_at = created_at - interval '61 seconds' where application = ?")
                .param(UUID.fromString(id))
                .update();
        assertWrong(door.submitCode(id, walk.wrongCode(applicant.mobile())), 4);
        assertThat(door.resend(id).status()).isIn(200, 204);
        assertThat(walk.settled(id).at("/action/attemptsLeft")).isEqualTo("4");
        assertThat(sandbox.inbox().messages(applicant.mobile())).hasSize(2);
        if (!walk.code(applicant.mobile()).equals(first)) { // one time in a million it is the same
            assertWrong(door.submitCode(id, first), 3);
        }

        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void theCodeIsStillGoodWhenAnotherOneWasRefused(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);

        assertProblem(door.resend(id), 429, "TOO_MANY_REQUESTS");

        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
    }

    @ParameterizedTest
    @EnumSource
    void wrongTriesGoOnCountingInTheNextApplication(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        for (int application = 0; application < 2; application++) {
            String id = walk.waitingForCode(door, applicant);
            for (int n = 0; n < 5; n++) {
                door.submitCode(id, walk.wrongCode(applicant.mobile()));
            }
            assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("MOBILE_CODE_FAILED");
        }
        String third = walk.waitingForCode(door, applicant);
        assertWrong(door.submitCode(third, walk.wrongCode(applicant.mobile())), 4);

        Reply throttled =
                assertProblem(door.submitCode(third, walk.code(applicant.mobile())), 429, "TOO_MANY_REQUESTS");

        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(1, 60);
        assertThat(walk.settled(third).at("/action/attemptsLeft")).isEqualTo("4");
    }

    private static void assertWrong(Reply reply, int attemptsLeft) {
        assertProblem(reply, 422, "MOBILE_CODE_WRONG");
        assertThat(reply.body().at("/attemptsLeft").asInt()).isEqualTo(attemptsLeft);
    }
}
