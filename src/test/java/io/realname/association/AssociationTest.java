package io.realname.association;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Jobs;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Releases;
import io.realname.app.Walk;
import io.realname.identity.IdentityRegistry;
import io.realname.people.TestPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rule 3 of the guideline: each way in which an association can go, from either door, in both languages. */
@RealnameTest
class AssociationTest {

    private static final People PEOPLE = People.of(2400, 2499);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    @Autowired
    private Walk walk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private IdentityRegistry registry;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void anAccountAtAnotherSiteGetsTheSameRealNameInformation(Entrance entrance) {
        Verified verified = verified(true);
        String applicant = applicant("JD_CLOUD", verified);
        Door door = door(entrance);

        String id = started(door, applicant, verified.account());
        Reply waiting = walk.ended("associations", id, ENGLISH);
        assertThat(waiting.at("/kind")).isEqualTo("ASSOCIATION");
        assertThat(waiting.at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(waiting.at("/action/mobile")).matches("1[0-9]{2}\\*{4}[0-9]{4}");
        assertThat(door.submitCode(id, walk.wrongCode(verified.mobile())).at("/attemptsLeft"))
                .isEqualTo("4");
        assertThat(door.submitCode(id, walk.code(verified.mobile())).status()).isIn(200, 204);

        assertEnd(id, "SUCCEEDED", "VERIFIED");
        Reply shown = verification(applicant);
        assertThat(shown.at("/method")).isEqualTo("ASSOCIATION");
        assertThat(shown.at("/verifiedAt")).isNotEmpty();
        Reply source = verification(verified.account());
        assertThat(shown.at("/realName")).isEqualTo(source.at("/realName"));
        assertThat(shown.at("/document/number")).isEqualTo(source.at("/document/number"));
    }

    /** Rule 3a. */
    @ParameterizedTest
    @EnumSource
    void aVerifiedAccountWithoutANumberGetsOneAndTheAssociationGoesOn(Entrance entrance) {
        Verified verified = verified(false);
        String applicant = applicant("JD_CLOUD", verified);
        Door door = door(entrance);

        String id = started(door, applicant, verified.account());
        Reply waiting = walk.ended("associations", id, ENGLISH);
        assertThat(waiting.at("/action/type")).isEqualTo("BIND_MOBILE");
        assertThat(waiting.at("/action/message")).contains(verified.account(), "JD_MALL");
        assertThat(Instant.parse(waiting.at("/action/expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
        assertThat(walk.ended("associations", id, CHINESE).at("/action/message"))
                .contains("未绑定手机号", verified.account(), "JD_MALL");
        assertThat(door.submitCode(id, "123456").status()).isEqualTo(409);

        walk.account(verified.account(), "JD_MALL", verified.mobile());
        assertThat(walk.ended("associations", id, ENGLISH).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(door.submitCode(id, walk.code(verified.mobile())).status()).isIn(200, 204);
        assertEnd(id, "SUCCEEDED", "VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void aVerifiedAccountThatGetsNoNumberInTimeEndsIt(Entrance entrance) {
        Verified verified = verified(false);
        String id = started(door(entrance), applicant("JD_CLOUD", verified), verified.account());
        walk.ended("associations", id, ENGLISH);

        jobs.fire(id, "MobileDeadline");

        assertEnd(id, "FAILED", "VERIFIED_ACCOUNT_HAS_NO_MOBILE");
        assertThat(message(id, ENGLISH)).contains(verified.account(), "JD_MALL", "has no mobile number");
        assertThat(message(id, CHINESE)).contains(verified.account(), "JD_MALL", "未绑定手机号");
    }

    /** Rule 3b: which of the three it was is never told. */
    @ParameterizedTest
    @EnumSource
    void anAccountThatIsNotVerifiedIsToldAsSuch(Entrance entrance) {
        Verified verified = verified(true);
        String unverified = applicant("JD_MALL", verified) + "_plain";
        walk.account(unverified, "JD_MALL", null);
        String enterprise = unverified + "_ltd";
        walk.accounts().put("/api/v1/accounts/" + enterprise, "{\"site\":\"JD_MALL\",\"kind\":\"ENTERPRISE\"}");
        String applicant = applicant("JD_CLOUD", verified);

        for (String named : List.of("nobody_at_all", unverified, enterprise)) {
            String id = started(door(entrance), applicant, named);
            assertEnd(id, "FAILED", "ACCOUNT_NOT_VERIFIED");
            assertThat(message(id, ENGLISH))
                    .contains("has no real-name verification")
                    .doesNotContain(named);
            assertThat(message(id, CHINESE)).contains("未进行实名认证").doesNotContain(named);
        }
    }

    /** Rule 3c: nobody hears whose account it is who has not shown that the other one is theirs. */
    @ParameterizedTest
    @EnumSource
    void anIdentityThatIsBoundAtTheSiteIsRefusedWithTheMaskedAccount(Entrance entrance) {
        Verified verified = verified(true);
        Door door = door(entrance);
        String id = started(door, applicant("JD_MALL", verified), verified.account());
        Reply before = walk.ended("associations", id, ENGLISH);
        assertThat(before.at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(before.body().at("/outcome").isNull()).isTrue();

        assertThat(door.submitCode(id, walk.code(verified.mobile())).status()).isIn(200, 204);

        assertEnd(id, "FAILED", "IDENTITY_BOUND_TO_ANOTHER_ACCOUNT", "APPEAL", "CUSTOMER_SERVICE");
        String masked = "u***" + verified.account().charAt(verified.account().length() - 1);
        assertThat(walk.ended("associations", id, ENGLISH).at("/outcome/account"))
                .isEqualTo(masked);
        assertThat(message(id, ENGLISH))
                .contains("(" + masked + ")", "4006151212")
                .doesNotContain(verified.account());
        assertThat(message(id, CHINESE))
                .contains("(" + masked + ")", "4006151212")
                .doesNotContain(verified.account());
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatChangedADayAgoOrLessProvesNothing(Entrance entrance) {
        Verified verified = verified(true);
        walk.account(verified.account(), "JD_MALL", TestPeople.mobile(PEOPLE.number()));

        String id = started(door(entrance), applicant("JD_CLOUD", verified), verified.account());

        assertEnd(id, "FAILED", "MOBILE_CHANGED_RECENTLY");
        assertThat(Instant.parse(walk.ended("associations", id, ENGLISH).at("/outcome/availableFrom")))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
        assertThat(message(id, ENGLISH)).contains("changed a short time ago");
        assertThat(message(id, CHINESE)).contains("近期发生过变更");
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatChangesWhileTheCodeIsUnderWayProvesNothing(Entrance entrance) {
        Verified verified = verified(true);
        Door door = door(entrance);
        String id = started(door, applicant("JD_CLOUD", verified), verified.account());
        walk.ended("associations", id, ENGLISH);

        walk.account(verified.account(), "JD_MALL", TestPeople.mobile(PEOPLE.number()));
        assertThat(door.submitCode(id, walk.code(verified.mobile())).status()).isIn(200, 204);

        assertEnd(id, "FAILED", "MOBILE_CHANGED_RECENTLY");
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatIsReleasedWhileTheCodeIsUnderWayIsNoneAnyMore(Entrance entrance) {
        Verified verified = verified(true);
        Door door = door(entrance);
        String id = started(door, applicant("JD_CLOUD", verified), verified.account());
        walk.ended("associations", id, ENGLISH);

        release(verified.account());
        assertThat(door.submitCode(id, walk.code(verified.mobile())).status()).isIn(200, 204);

        assertEnd(id, "FAILED", "ACCOUNT_NOT_VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void anAssociationFallsWithItsSource(Entrance entrance) {
        Verified verified = verified(true);
        String applicant = applicant("JD_CLOUD", verified);
        Door door = door(entrance);
        String id = started(door, applicant, verified.account());
        walk.ended("associations", id, ENGLISH);
        door.submitCode(id, walk.code(verified.mobile()));
        assertEnd(id, "SUCCEEDED", "VERIFIED");

        release(verified.account());

        assertThat(verification(applicant).at("/status")).isEqualTo("UNVERIFIED");
        assertThat(verification(verified.account()).at("/status")).isEqualTo("UNVERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void fiveWrongCodesEndIt(Entrance entrance) {
        Verified verified = verified(true);
        Door door = door(entrance);
        String id = started(door, applicant("JD_CLOUD", verified), verified.account());
        walk.ended("associations", id, ENGLISH);

        for (int tries = 0; tries < 5; tries++) {
            door.submitCode(id, walk.wrongCode(verified.mobile()));
        }

        assertEnd(id, "FAILED", "MOBILE_CODE_FAILED");
        assertThat(walk.ended("associations", id, ENGLISH).at("/outcome/reason"))
                .isEqualTo("TOO_MANY_WRONG_CODES");
    }

    @ParameterizedTest
    @EnumSource
    void isWithdrawnWhileItWaits(Entrance entrance) {
        Verified verified = verified(false);
        Door door = door(entrance);
        String id = started(door, applicant("JD_CLOUD", verified), verified.account());
        walk.ended("associations", id, ENGLISH);

        assertThat(door.withdraw(id).status()).isIn(200, 204);

        assertEnd(id, "WITHDRAWN", "WITHDRAWN");
        walk.account(verified.account(), "JD_MALL", verified.mobile());
        assertEnd(id, "WITHDRAWN", "WITHDRAWN");
    }

    /** The way that an occupied identity offers: nothing is typed again, and it must be the same person. */
    @ParameterizedTest
    @EnumSource
    void takesUpTheOfferOfAnOccupiedIdentity(Entrance entrance) {
        Verified verified = verified(true);
        Applicant applicant = verified.person().withAccount("user_" + PEOPLE.number());
        walk.known(applicant, "JD_CLOUD");
        String occupied = walk.started(entrance.of(walk.mall()), applicant);
        assertThat(walk.settled(occupied).at("/outcome/code")).isEqualTo("IDENTITY_OCCUPIED");
        Verified somebodyElse = verified(true);
        Door door = door(entrance);

        String wrongPerson = door.idOf(door.start(association(applicant.account(), somebodyElse.account(), occupied)));
        assertEnd(wrongPerson, "FAILED", "ACCOUNT_NOT_VERIFIED");
        String id = door.idOf(door.start(association(applicant.account(), verified.account(), occupied)));
        walk.ended("associations", id, ENGLISH);
        door.submitCode(id, walk.code(verified.mobile()));
        assertEnd(id, "SUCCEEDED", "VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatCannotBeTaken(Entrance entrance) {
        Verified verified = verified(true);
        Door door = door(entrance);
        String applicant = applicant("JD_CLOUD", verified);

        Reply empty = door.start("{}");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(StreamSupport.stream(empty.body().at("/errors").spliterator(), false)
                        .map(error -> error.at("/pointer").asText()))
                .containsExactlyInAnyOrder("/account", "/verifiedAccount");
        assertThat(door.start("{\"account\":1}").status()).isEqualTo(400);
        assertThat(door.start(association(verified.account(), applicant, null)).at("/code"))
                .isEqualTo("ACCOUNT_ALREADY_VERIFIED");
        Reply follows = door.start(association(applicant, verified.account(), "none"));
        assertThat(follows.at("/errors/0/pointer")).isEqualTo("/follows");
        assertThat(follows.at("/errors/0/code")).isEqualTo("CANNOT_BE_FOLLOWED");
        String id = started(door, applicant, verified.account());
        assertThat(door.start(association(applicant, verified.account(), null)).at("/code"))
                .isEqualTo("APPLICATION_IN_PROGRESS");
        assertThat(door.correctBankCard(id, verified.person().bankCard().toString())
                        .status())
                .isIn(404, 409);
    }

    /** An application is found where its kind is. */
    @Test
    void isNoVerification() {
        Verified verified = verified(true);
        String id = started(door(Entrance.TYPED), applicant("JD_CLOUD", verified), verified.account());

        assertThat(walk.mall().get("/api/v1/verifications/" + id).status()).isEqualTo(404);
        assertThat(walk.mall().delete("/api/v1/verifications/" + id).status()).isEqualTo(404);
        assertThat(walk.console().get("/api/v1/associations/" + id).status()).isEqualTo(404);
    }

    /**
     * Somebody whose account at the mall is verified.
     *
     * @param mobile the number that the account has, or is going to get
     */
    private record Verified(Applicant person, String mobile) {

        String account() {
            return person.account();
        }
    }

    private Verified verified(boolean withNumber) {
        Applicant person = PEOPLE.next();
        String mobile = TestPeople.mobile(PEOPLE.number());
        walk.verified(Entrance.TYPED.of(walk.mall()), person);
        if (withNumber) {
            walk.account(person.account(), "JD_MALL", mobile);
        }
        return new Verified(person, mobile);
    }

    private String applicant(String site, Verified verified) {
        String account = verified.account() + "_" + site.toLowerCase(Locale.ROOT);
        walk.account(account, site, null);
        return account;
    }

    private Door door(Entrance entrance) {
        return entrance.of(walk.mall()).forAssociations();
    }

    private String started(Door door, String account, String verifiedAccount) {
        return walk.started(door, association(account, verifiedAccount, null));
    }

    private static ObjectNode association(String account, String verifiedAccount, @Nullable String follows) {
        ObjectNode body = JSON.createObjectNode().put("account", account).put("verifiedAccount", verifiedAccount);
        return follows == null ? body : body.put("follows", follows);
    }

    private void assertEnd(String id, String status, String code, String... options) {
        JsonNode application = walk.ended("associations", id, ENGLISH).body();
        assertThat(application.at("/status").asText()).isEqualTo(status);
        assertThat(application.at("/outcome/code").asText()).isEqualTo(code);
        assertThat(StreamSupport.stream(application.at("/outcome/options").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactly(options);
    }

    private String message(String id, String language) {
        return walk.ended("associations", id, language).at("/outcome/message");
    }

    private Reply verification(String account) {
        return walk.mall().get("/api/v1/accounts/" + account + "/verification");
    }

    private void release(String account) {
        new Releases(registry, jdbc, new TransactionTemplate(transactions)).release(account, UUID.randomUUID());
    }
}
