package io.realname.doors;

import static io.realname.doors.Problems.assertNothingPersonalIn;
import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.people.TestPeople;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cards as banks have issued them: the refusal says how to go on, and the applicant can do so, at both doors. */
@RealnameTest
class NumbersAsTheyAreTest {

    private static final People PEOPLE = People.of(9400, 9439);

    @Autowired
    private Walk walk;

    @ParameterizedTest
    @EnumSource
    void aNumberThatFailsLuhnIsAskedAboutOnce(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next()).withPan(failing("601428", 17));
        ObjectNode form = applicant.application();

        Reply refused = door.start(form);
        assertProblem(refused, 422, "INVALID_APPLICATION", "/bankCard/number", "INVALID_CHECK_DIGIT");
        assertThat(refused.at("/errors/0/detail")).contains("numberConfirmed").doesNotContain("typing error");
        assertNothingPersonalIn(refused, applicant);

        form.withObject("/bankCard").put("numberConfirmed", true);
        assertThat(verified(door, form, applicant).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void aCardThatNoListKnowsComesWithItsBank(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.next()).withPan(TestPeople.pan("62519321", PEOPLE.number(), 16));
        ObjectNode form = applicant.application();

        Reply refused = door.start(form);
        assertProblem(refused, 422, "INVALID_APPLICATION", "/bankCard/bank", "BANK_REQUIRED");
        assertThat(refused.at("/errors/0/detail")).contains("GET /api/v1/banks");

        form.withObject("/bankCard").put("bank", "CEB");
        assertThat(verified(door, form, applicant).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void theCardThatCorrectsAnotherOneIsTakenInTheSameWay(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0001"));
        String id = walk.confirmed(door, applicant);
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("CORRECT_BANK_CARD");
        Applicant right = applicant.withMobile(TestPeople.mobile(PEOPLE.number()));

        ObjectNode card = right.withPan(failing("62519321", 16)).bankCard();
        assertProblem(
                door.correctBankCard(id, card.toString()),
                422,
                "INVALID_APPLICATION",
                "/number",
                "INVALID_CHECK_DIGIT");
        card.put("numberConfirmed", true);
        assertProblem(door.correctBankCard(id, card.toString()), 422, "INVALID_APPLICATION", "/bank", "BANK_REQUIRED");
        card.put("bank", "CEB");
        assertThat(door.correctBankCard(id, card.toString()).status()).isIn(200, 204);
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(door.submitCode(id, walk.code(right.mobile())).status()).isIn(200, 204);
        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    @Test
    void theRefusalSpeaksChinese() {
        Applicant applicant = walk.known(PEOPLE.next());
        Door door = Entrance.TYPED.of(walk.mall().speaking("zh-CN"));

        assertThat(door.start(applicant.withPan(failing("601428", 17)).application())
                        .at("/errors/0/detail"))
                .contains("numberConfirmed")
                .contains("核对");
        assertThat(door.start(applicant
                                .withPan(TestPeople.unknownBankPan(PEOPLE.number()))
                                .application())
                        .at("/errors/0/detail"))
                .contains("银行代码");
    }

    /** The law allows no wrong check character in a resident ID, so the message offers no confirmation. */
    @Test
    void aResidentIdIsNotConfirmed() {
        ObjectNode form = walk.known(PEOPLE.next()).application();
        form.withObject("/document").put("number", "110105194912310021");

        Reply refused = Entrance.TYPED.of(walk.mall()).start(form);

        assertProblem(refused, 422, "INVALID_APPLICATION", "/document/number", "INVALID_CHECK_DIGIT");
        assertThat(refused.at("/errors/0/detail")).doesNotContain("numberConfirmed");
    }

    @Test
    void theListOfBanksIsWhatCanBeStated() {
        Reply banks = walk.mall().get("/api/v1/banks");
        List<String> codes = banks.body().findValuesAsText("code");

        assertThat(codes).hasSize(17).contains("CEB", "COMM");
        assertThat(banks.body().findValues("cardTypes")).allMatch(types -> types.size() == 3);
    }

    private Reply verified(Door door, ObjectNode form, Applicant applicant) {
        String id = door.idOf(door.start(form));
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
        return walk.settled(id);
    }

    private static String failing(String iin, int length) {
        return TestPeople.withWrongCheckDigit(TestPeople.pan(iin, PEOPLE.number(), length));
    }
}
