package io.realname.doors;

import static io.realname.doors.Problems.assertNothingPersonalIn;
import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.people.TestPeople;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Valid requests that do not fit the present state: both doors refuse them alike, and nothing changes. */
@RealnameTest
class ApplicationStateTest {

    private static final People PEOPLE = People.of(1200, 1299);

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void aVerifiedAccountIsNotVerifiedAgain(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = PEOPLE.next();
        walk.verified(door, applicant);
        Stored before = Stored.in(jdbc);

        Reply again = door.start(applicant.application());

        assertProblem(again, 409, "ACCOUNT_ALREADY_VERIFIED");
        assertNothingPersonalIn(again, applicant);
        before.nothingSince(jdbc);
    }

    @ParameterizedTest
    @EnumSource
    void anAccountHasOneApplicationAtATimeWhoeverAsks(Entrance entrance) {
        Applicant applicant = walk.known(PEOPLE.next());
        walk.waitingForCode(entrance.of(walk.mall()), applicant);
        Applicant other = PEOPLE.next().withAccount(applicant.account());
        Stored before = Stored.in(jdbc);

        for (Entrance second : Entrance.values()) {
            assertProblem(second.of(walk.mall()).start(other.application()), 409, "APPLICATION_IN_PROGRESS");
            assertProblem(second.of(walk.console()).start(other.application()), 409, "APPLICATION_IN_PROGRESS");
        }
        before.nothingSince(jdbc);
    }

    @ParameterizedTest
    @EnumSource
    void whileACodeIsExpectedNoCardIs(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);

        Reply refused = door.correctBankCard(id, applicant.bankCard().toString());

        assertProblem(refused, 409, "ACTION_NOT_EXPECTED");
        assertNothingPersonalIn(refused, applicant);
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
    }

    @ParameterizedTest
    @EnumSource
    void whileACardIsExpectedNoCodeIs(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0001"));
        String id = walk.confirmed(door, applicant);
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("CORRECT_BANK_CARD");

        assertProblem(door.submitCode(id, walk.code(applicant.mobile())), 409, "ACTION_NOT_EXPECTED");
        assertProblem(door.resend(id), 409, "ACTION_NOT_EXPECTED");
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("CORRECT_BANK_CARD");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsExpectedAfterTheEnd(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = PEOPLE.next();
        String id = walk.verified(door, applicant);

        assertProblem(door.submitCode(id, walk.code(applicant.mobile())), 409, "ACTION_NOT_EXPECTED");
        assertProblem(door.resend(id), 409, "ACTION_NOT_EXPECTED");
        assertProblem(door.correctBankCard(id, applicant.bankCard().toString()), 409, "ACTION_NOT_EXPECTED");
        assertProblem(door.withdraw(id), 409, "ACTION_NOT_EXPECTED");
        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void anotherClientsApplicationAndNoneAreTheSame(Entrance entrance) {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(entrance.of(walk.mall()), applicant);
        Door stranger = entrance.of(walk.console());

        for (String other : List.of(id, UUID.randomUUID().toString(), "no-id")) {
            assertProblem(stranger.submitCode(other, walk.code(applicant.mobile())), 404, "NOT_FOUND");
            assertProblem(stranger.resend(other), 404, "NOT_FOUND");
            assertProblem(stranger.correctBankCard(other, applicant.bankCard().toString()), 404, "NOT_FOUND");
            assertProblem(stranger.withdraw(other), 404, "NOT_FOUND");
        }
        assertThat(walk.settled(id).at("/action/attemptsLeft")).isEqualTo("5");
    }

    /** The reader of whole applications reads it too; the pointers refer to the body of this call. */
    @ParameterizedTest
    @EnumSource
    void aCorrectedCardIsReadAsStrictly(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0001"));
        String id = walk.confirmed(door, applicant);
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("CORRECT_BANK_CARD");
        String number = "\"number\":\"" + applicant.pan() + "\"";
        String mobile = "\"mobile\":\"" + applicant.mobile() + "\"";

        assertProblem(door.correctBankCard(id, "card"), 400, "MALFORMED_REQUEST", "", "NOT_JSON");
        assertProblem(door.correctBankCard(id, "[]"), 400, "MALFORMED_REQUEST", "", "WRONG_TYPE");
        assertProblem(door.correctBankCard(id, "null"), 400, "MALFORMED_REQUEST");
        assertProblem(
                door.correctBankCard(id, "{" + number + "," + number + "," + mobile + "}"), 400, "MALFORMED_REQUEST");
        assertProblem(
                door.correctBankCard(id, "{" + number + "," + mobile + ",\"cvv\":\"1\"}"),
                400,
                "MALFORMED_REQUEST",
                "",
                "UNKNOWN_FIELD");
        assertProblem(door.correctBankCard(id, "{" + number + "}"), 422, "INVALID_APPLICATION", "/mobile", "REQUIRED");
        assertProblem(
                door.correctBankCard(id, "{\"number\":\"6222020200112230005\"," + mobile + "}"),
                422,
                "INVALID_APPLICATION",
                "/number",
                "INVALID_CHECK_DIGIT");
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("CORRECT_BANK_CARD");

        Applicant corrected = applicant.withMobile(TestPeople.mobile(PEOPLE.number()));
        assertThat(door.correctBankCard(id, corrected.bankCard().toString()).status())
                .isIn(200, 204);
    }
}
