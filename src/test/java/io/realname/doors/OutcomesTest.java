package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Jobs;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.people.TestPeople;
import io.realname.sandbox.SandboxServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every end of a new user's application with a bank card, at both doors. */
@RealnameTest
class OutcomesTest {

    private static final People PEOPLE = People.of(1500, 1599);

    @Autowired
    private Walk walk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private SandboxServer sandbox;

    @ParameterizedTest
    @EnumSource
    void verified(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());

        Reply started = door.start(applicant.application());
        String id = door.idOf(started);
        Reply waiting = walk.settled(id);
        assertThat(waiting.at("/id")).isEqualTo(id);
        assertThat(waiting.at("/kind")).isEqualTo("NEW_USER");
        assertThat(waiting.at("/account")).isEqualTo(applicant.account());
        assertThat(waiting.at("/status")).isEqualTo("ACTION_REQUIRED");
        assertThat(waiting.at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(waiting.at("/action/mobile")).matches("138\\*{4}[0-9]{4}").endsWith(lastFour(applicant.mobile()));
        assertThat(waiting.at("/action/attemptsLeft")).isEqualTo("5");
        assertThat(waiting.at("/action/expiresAt")).endsWith("Z");
        assertThat(waiting.at("/action/resendAfter")).endsWith("Z");
        assertThat(waiting.body().at("/outcome").isNull()).isTrue();
        assertThat(waiting.body().has("outcome")).isTrue();

        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
        assertEnd(id, "SUCCEEDED", "VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void occupiedAtAnotherSite(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant first = PEOPLE.next();
        walk.verified(door, first);

        String id = walk.started(door, walk.known(samePerson(first), "JD_CLOUD"));

        assertEnd(id, "FAILED", "IDENTITY_OCCUPIED", "APPEAL", "ENTERPRISE", "ASSOCIATE");
    }

    @ParameterizedTest
    @EnumSource
    void occupiedAtTheOwnSite(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant first = PEOPLE.next();
        walk.verified(door, first);

        String id = walk.started(door, walk.known(samePerson(first)));

        assertEnd(id, "FAILED", "IDENTITY_OCCUPIED", "APPEAL", "ENTERPRISE");
    }

    @ParameterizedTest
    @EnumSource
    void occupiedWhileTheBankWasAsked(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant first = walk.known(PEOPLE.next());
        Applicant second = walk.known(samePerson(first));
        String slow = walk.waitingForCode(door, second);
        walk.verified(door, first);

        assertThat(door.submitCode(slow, walk.code(second.mobile())).status()).isIn(200, 204);

        assertEnd(slow, "FAILED", "IDENTITY_OCCUPIED", "APPEAL", "ENTERPRISE");
    }

    @ParameterizedTest
    @EnumSource
    void bankNotSupported(Entrance entrance) {
        String id = walk.started(
                entrance.of(walk.mall()),
                walk.known(PEOPLE.next()).withPan(TestPeople.unsupportedBankPan(PEOPLE.number())));

        assertEnd(id, "FAILED", "BANK_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @EnumSource
    void cardTypeNotSupported(Entrance entrance) {
        String id = walk.started(
                entrance.of(walk.mall()), walk.known(PEOPLE.next()).withPan(TestPeople.prepaidPan(PEOPLE.number())));

        assertEnd(id, "FAILED", "CARD_TYPE_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @EnumSource
    void threeCardsThatDoNotMatch(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0001"));
        String id = walk.confirmed(door, applicant);

        for (int corrections = 0; corrections < 2; corrections++) {
            assertCardWanted(id, "CARD_DETAILS_MISMATCH");
            correct(door, id, applicant);
        }

        assertEnd(id, "FAILED", "CARD_DETAILS_MISMATCH");
        assertThat(sandbox.inbox().messages(applicant.mobile()))
                .as("the number was confirmed once")
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectedCardWithAnotherNumberIsConfirmedAnew(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant wrong = walk.known(PEOPLE.nextWithMobileEnding("0001"));
        String id = walk.confirmed(door, wrong);
        assertCardWanted(id, "CARD_DETAILS_MISMATCH");

        int n = PEOPLE.number();
        Applicant right = wrong.withPan(TestPeople.pan(n)).withMobile(TestPeople.mobile(n));
        correct(door, id, right);
        Reply waiting = walk.settled(id);
        assertThat(waiting.at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(waiting.at("/action/mobile")).endsWith(lastFour(right.mobile()));
        assertThat(door.submitCode(id, walk.code(right.mobile())).status()).isIn(200, 204);

        assertEnd(id, "SUCCEEDED", "VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void sixCardsThatCannotBeUsed(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0002"));
        Applicant otherCard = applicant.withPan(TestPeople.pan(PEOPLE.number()));
        String id = walk.confirmed(door, applicant);

        for (Applicant next : List.of(applicant, applicant, otherCard, otherCard, otherCard)) {
            assertCardWanted(id, "CARD_NOT_USABLE");
            correct(door, id, next);
        }

        assertEnd(id, "FAILED", "CARD_NOT_USABLE");
    }

    @ParameterizedTest
    @EnumSource
    void oneCardTooOften(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0002"));
        String id = walk.confirmed(door, applicant);

        for (int corrections = 0; corrections < 3; corrections++) {
            assertCardWanted(id, "CARD_NOT_USABLE");
            correct(door, id, applicant);
        }

        assertEnd(id, "FAILED", "TOO_MANY_ATTEMPTS");
    }

    @ParameterizedTest
    @EnumSource
    void theProviderSendsNoMoreToTheNumber(Entrance entrance) {
        String id = walk.started(entrance.of(walk.mall()), walk.known(PEOPLE.nextWithMobileEnding("0005")));

        assertThat(assertEnd(id, "FAILED", "MOBILE_CODE_FAILED").at("/outcome/reason"))
                .isEqualTo("SMS_FREQUENCY_LIMIT");
    }

    @ParameterizedTest
    @EnumSource
    void theProviderSendsNothingToTheNumber(Entrance entrance) {
        sandbox.script().smsCodeNext("FailedOperation.PhoneNumberInBlacklist");

        String id = walk.started(entrance.of(walk.mall()), walk.known(PEOPLE.next()));

        assertThat(assertEnd(id, "FAILED", "MOBILE_CODE_FAILED").at("/outcome/reason"))
                .isEqualTo("MOBILE_NUMBER_REFUSED");
    }

    @ParameterizedTest
    @EnumSource
    void noCodeInTime(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);

        jobs.fire(id, "ConfirmationDeadline");

        assertEnd(id, "EXPIRED", "EXPIRED");
        assertThat(door.start(applicant.application()).status()).isIn(200, 201);
    }

    @ParameterizedTest
    @EnumSource
    void noOtherCardInTime(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        String id = walk.confirmed(door, walk.known(PEOPLE.nextWithMobileEnding("0001")));
        Reply waiting = assertCardWanted(id, "CARD_DETAILS_MISMATCH");
        assertThat(waiting.at("/action/expiresAt")).endsWith("Z");

        jobs.fire(id, "CorrectionDeadline");

        assertEnd(id, "EXPIRED", "EXPIRED");
    }

    @ParameterizedTest
    @EnumSource
    void withdrawnInsteadOfACode(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(door, applicant);

        assertThat(door.withdraw(id).status()).isIn(200, 204);

        assertEnd(id, "WITHDRAWN", "WITHDRAWN");
        assertThat(door.start(applicant.application()).status()).isIn(200, 201);
    }

    @ParameterizedTest
    @EnumSource
    void withdrawnInsteadOfAnotherCard(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        String id = walk.confirmed(door, walk.known(PEOPLE.nextWithMobileEnding("0001")));
        assertCardWanted(id, "CARD_DETAILS_MISMATCH");

        assertThat(door.withdraw(id).status()).isIn(200, 204);

        assertEnd(id, "WITHDRAWN", "WITHDRAWN");
    }

    private Reply assertEnd(String id, String status, String outcome, String... options) {
        Reply end = walk.settled(id);
        assertThat(end.at("/outcome/code")).isEqualTo(outcome);
        assertThat(end.at("/status")).isEqualTo(status);
        assertThat(end.at("/outcome/message")).isNotEmpty();
        assertThat(texts(end.body().at("/outcome/options"))).containsExactly(options);
        assertThat(end.body().at("/action").isNull()).isTrue();
        return end;
    }

    private Reply assertCardWanted(String id, String reason) {
        Reply waiting = walk.settled(id);
        assertThat(waiting.at("/action/type")).isEqualTo("CORRECT_BANK_CARD");
        assertThat(waiting.at("/action/reason")).isEqualTo(reason);
        assertThat(waiting.at("/status")).isEqualTo("ACTION_REQUIRED");
        return waiting;
    }

    private static void correct(Door door, String id, Applicant applicant) {
        assertThat(door.correctBankCard(id, applicant.bankCard().toString()).status())
                .isIn(200, 204);
    }

    private static Applicant samePerson(Applicant person) {
        int n = PEOPLE.number();
        return person.withAccount("user_" + n).withPan(TestPeople.pan(n)).withMobile(TestPeople.mobile(n));
    }

    private static String lastFour(String mobile) {
        return mobile.substring(mobile.length() - 4);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
