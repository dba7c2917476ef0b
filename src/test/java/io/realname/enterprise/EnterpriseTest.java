package io.realname.enterprise;

import static io.realname.app.Company.ALL;
import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Company;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Multipart;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.ReviewDesk;
import io.realname.doors.Stored;
import io.realname.people.TestEnterprises;
import io.realname.people.TestPeople;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule 5, from either door to its end; people decide as Tasklist lets them, and the payer pays in the sandbox. */
@RealnameTest
class EnterpriseTest {

    private static final People PEOPLE = People.of(9300, 9399);
    private static final AtomicInteger ENTERPRISES = new AtomicInteger(710_000);
    private static final String COLLECTION = "enterprise-verifications";
    private static final String PATH = "/api/v1/enterprise-verifications";
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";
    private static final String GROUP = "enterprise-review";
    private static final String REVIEWER = "enterprisereviewer9300";
    /** The payer sends less than a yuan. */
    private static final String WRONG = "1.11";

    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void anUpgradeGoesFromPersonToEnterprise(Entrance entrance) {
        Applicant holder = holder();
        Company company = company(holder);
        Door door = entrance.of(walk.mall()).forEnterprises();
        String id = waitingForEvidence(door, company.application());

        Reply waiting = walk.shown(COLLECTION, id, ENGLISH);
        assertThat(waiting.at("/kind")).isEqualTo("ENTERPRISE");
        assertThat(waiting.at("/action/type")).isEqualTo("ADD_EVIDENCE");
        assertThat(texts(waiting, "/action/missing")).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(add(id, ALL).at("/status")).isEqualTo("IN_PROGRESS");
        desk.decideWhenThere(REVIEWER, GROUP, id, APPROVE);

        Reply asked = walk.ended(COLLECTION, id, ENGLISH);
        assertThat(asked.at("/status")).isEqualTo("ACTION_REQUIRED");
        assertThat(asked.at("/action/type")).isEqualTo("CONFIRM_AMOUNT");
        assertThat(asked.body().at("/action/reason").isMissingNode()).isTrue();
        assertThat(asked.at("/action/attemptsLeft")).isEqualTo("5");
        assertThat(asked.at("/action/message")).contains("small amount");
        assertThat(walk.shown(COLLECTION, id, CHINESE).at("/action/message")).contains("小额");
        assertThat(Instant.parse(asked.at("/action/expiresAt")))
                .isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));
        assertThat(verification(holder).at("/method"))
                .as("until the enterprise has passed")
                .isEqualTo("BANK_CARD");

        assertThat(door.submitAmount(id, WRONG).status()).isIn(200, 204);
        Reply again = walk.ended(COLLECTION, id, ENGLISH);
        assertThat(again.at("/action/reason")).isEqualTo("AMOUNT_WRONG");
        assertThat(again.at("/action/attemptsLeft")).isEqualTo("4");
        assertThat(door.submitAmount(id, received(company)).status()).isIn(200, 204);

        Reply end = walk.ended(COLLECTION, id, ENGLISH);
        assertThat(end.at("/status")).isEqualTo("SUCCEEDED");
        assertThat(end.at("/outcome/code")).isEqualTo("VERIFIED");
        Reply shown = verification(holder);
        assertThat(shown.at("/status")).isEqualTo("VERIFIED");
        assertThat(shown.at("/method")).isEqualTo("ENTERPRISE");
        assertThat(shown.at("/realName")).matches("\\*+司");
        assertThat(shown.body().at("/document").isMissingNode()
                        || shown.body().at("/document").isNull())
                .isTrue();
        assertThat(shown.at("/licence/type")).isEqualTo("UNIFIED_SOCIAL_CREDIT_CODE");
        assertThat(shown.at("/licence/number"))
                .startsWith("9*")
                .endsWith(company.licenceNumber().substring(17))
                .hasSize(18);
        assertThat(Instant.parse(shown.at("/verifiedAt"))).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertProblem(door.start(company.application()), 409, "ACCOUNT_ALREADY_VERIFIED");
        assertProblem(entrance.of(walk.mall()).start(holder.application()), 409, "ACCOUNT_ALREADY_VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void whatEndedOccupiedMayBeFollowed(Entrance entrance) {
        Applicant holder = holder();
        Applicant other = walk.known(holder.withAccount(holder.account() + "_cloud"), "JD_CLOUD");
        String occupied = walk.started(entrance.of(walk.mall()), other);
        Reply refused = walk.settled(occupied);
        assertThat(refused.at("/outcome/code")).isEqualTo("IDENTITY_OCCUPIED");
        assertThat(texts(refused, "/outcome/options")).contains("ENTERPRISE");
        Company company = Company.of(other.account(), ENTERPRISES.getAndIncrement());
        Door door = entrance.of(walk.mall()).forEnterprises();

        String id = waitingForEvidence(door, company.following(UUID.fromString(occupied)));
        add(id, ALL);
        desk.decideWhenThere(REVIEWER, GROUP, id, APPROVE);
        assertThat(walk.ended(COLLECTION, id, ENGLISH).at("/action/type")).isEqualTo("CONFIRM_AMOUNT");
        door.submitAmount(id, received(company));

        assertThat(walk.ended(COLLECTION, id, ENGLISH).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(verification(other).at("/method")).isEqualTo("ENTERPRISE");
        assertThat(verification(holder).at("/method")).isEqualTo("BANK_CARD");
    }

    @ParameterizedTest
    @EnumSource
    void whatEndedBoundToAnotherAccountMayBeFollowed(Entrance entrance) {
        Applicant holder = holder();
        int number = PEOPLE.number();
        String mobile = TestPeople.mobile(number);
        walk.account(holder.account(), "JD_MALL", mobile);
        String other = holder.account() + "_same";
        walk.account(other, "JD_MALL", null);
        Door associations = entrance.of(walk.mall()).forAssociations();
        String refused = associations.idOf(
                associations.start("{\"account\":\"" + other + "\",\"verifiedAccount\":\"" + holder.account() + "\"}"));
        assertThat(walk.ended("associations", refused, ENGLISH).at("/action/type"))
                .isEqualTo("SUBMIT_MOBILE_CODE");
        associations.submitCode(refused, walk.code(mobile));
        assertThat(walk.ended("associations", refused, ENGLISH).at("/outcome/code"))
                .isEqualTo("IDENTITY_BOUND_TO_ANOTHER_ACCOUNT");
        Company company = Company.of(other, ENTERPRISES.getAndIncrement());

        String id = waitingForEvidence(
                entrance.of(walk.mall()).forEnterprises(), company.following(UUID.fromString(refused)));

        assertThat(walk.shown(COLLECTION, id, ENGLISH).at("/action/type")).isEqualTo("ADD_EVIDENCE");
    }

    /** With everything at once, as a client app would send it. */
    @Test
    void aFormWithAllEvidenceGoesStraightToPeople() {
        Company company = company(holder());

        String id = filed(company);

        assertThat(walk.shown(COLLECTION, id, ENGLISH).at("/status")).isEqualTo("IN_PROGRESS");
        desk.decideWhenThere(
                REVIEWER,
                GROUP,
                id,
                Map.of(
                        "decision", "REJECT",
                        "reason", "POWER_OF_ATTORNEY_NOT_VALID",
                        "note", "looks forged to me",
                        "answer", "Please have it sealed."));
        Reply end = walk.ended(COLLECTION, id, ENGLISH);
        assertThat(end.at("/status")).isEqualTo("FAILED");
        assertThat(end.at("/outcome/code")).isEqualTo("ENTERPRISE_REJECTED");
        assertThat(end.at("/outcome/reason")).isEqualTo("POWER_OF_ATTORNEY_NOT_VALID");
        assertThat(end.at("/outcome/answer")).isEqualTo("Please have it sealed.");
        assertThat(end.at("/outcome/message")).contains("power of attorney");
        assertThat(walk.shown(COLLECTION, id, CHINESE).at("/outcome/message")).contains("授权委托书");
        assertThat(end.response().body()).doesNotContain("forged");
    }

    @ParameterizedTest
    @EnumSource
    void fiveWrongAmountsFreezeTheAccount(Entrance entrance) {
        Applicant holder = holder();
        Company company = company(holder);
        Door door = entrance.of(walk.mall()).forEnterprises();
        String id = filed(company);
        desk.decideWhenThere(REVIEWER, GROUP, id, APPROVE);
        for (int left = 5; left >= 1; left--) {
            assertThat(walk.ended(COLLECTION, id, ENGLISH).at("/action/attemptsLeft"))
                    .isEqualTo(Integer.toString(left));
            assertThat(door.submitAmount(id, WRONG).status()).isIn(200, 204);
        }

        assertFrozen(walk.ended(COLLECTION, id, ENGLISH));
        assertThat(walk.shown(COLLECTION, id, CHINESE).at("/outcome/message")).contains("金额");
        String tooEarly = door.idOf(door.start(company(holder).application()));
        assertFrozen(walk.shown(COLLECTION, tooEarly, ENGLISH));
        assertThat(verification(holder).at("/method")).as("a person's still").isEqualTo("BANK_CARD");
    }

    private static void assertFrozen(Reply end) {
        assertThat(end.at("/status")).isEqualTo("FAILED");
        assertThat(end.at("/outcome/code")).isEqualTo("AMOUNT_FAILED");
        assertThat(end.at("/outcome/message")).contains("too many times");
        assertThat(Instant.parse(end.at("/outcome/availableFrom")))
                .isCloseTo(Instant.now().plus(Duration.ofHours(24)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void theRegisterAndTheBankMayEndIt() {
        Applicant holder = holder();
        int n = ENTERPRISES.getAndIncrement();
        String cancelled = filed(Company.of(holder.account(), n).withCreditCode(TestEnterprises.creditCode(n, "02")));
        assertRejected(cancelled, "LICENCE_NOT_IN_FORCE", "cancelled", "注销");

        String refused = filed(company(holder).withCorporateAccount(TestEnterprises.corporateAccount(n, "0001")));
        desk.decideWhenThere(REVIEWER, GROUP, refused, APPROVE);
        assertRejected(refused, "CORPORATE_ACCOUNT_REFUSED", "corporate account", "对公账户");
    }

    private void assertRejected(String id, String reason, String english, String chinese) {
        Reply end = walk.ended(COLLECTION, id, ENGLISH);
        assertThat(end.at("/outcome/code")).isEqualTo("ENTERPRISE_REJECTED");
        assertThat(end.at("/outcome/reason")).isEqualTo(reason);
        assertThat(end.at("/outcome/message")).contains(english);
        assertThat(walk.shown(COLLECTION, id, CHINESE).at("/outcome/message")).contains(chinese);
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldThatIsWrongIsNamedAndNothingIsStored(Entrance entrance) {
        Applicant holder = holder();
        Company company = company(holder);
        Door door = entrance.of(walk.mall()).forEnterprises();
        Stored before = Stored.in(jdbc);

        ObjectNode wrongCode = company.application();
        wrongCode.withObject("/licence").put("number", company.licenceNumber().substring(0, 17) + "I");
        assertFieldRefused(door.start(wrongCode), "/licence/number", "INVALID_FORMAT");
        ObjectNode slip = company.application();
        slip.withObject("/licence").put("number", slip(company.licenceNumber()));
        assertFieldRefused(door.start(slip), "/licence/number", "INVALID_CHECK_DIGIT");
        ObjectNode type = company.application();
        type.withObject("/licence").put("type", "DRIVING_LICENCE");
        assertFieldRefused(door.start(type), "/licence/type", "UNKNOWN_LICENCE_TYPE");
        assertFieldRefused(
                door.start(company.application().put("type", "CHARITY")), "/type", "UNKNOWN_ENTERPRISE_TYPE");
        ObjectNode account = company.application();
        account.withObject("/corporateAccount").put("number", "12-34");
        assertFieldRefused(door.start(account), "/corporateAccount/number", "INVALID_FORMAT");
        ObjectNode person = company.application();
        person.withObject("/legalPerson/document").put("number", "110105194912310021");
        assertFieldRefused(door.start(person), "/legalPerson/document/number", "INVALID_CHECK_DIGIT");
        assertFieldRefused(
                door.start(company.application().put("contactEmail", "nobody")), "/contactEmail", "INVALID_FORMAT");
        assertFieldRefused(
                door.start(company.application().put("agreementAccepted", false)),
                "/agreementAccepted",
                "AGREEMENT_NOT_ACCEPTED");
        assertFieldRefused(door.start(company.actedForBy(holder)), "/authorisedPerson", "NOT_WITH_VERIFIED_ACCOUNT");
        for (String missing : List.of("licence", "legalPerson", "corporateAccount", "contactMobile", "type")) {
            ObjectNode without = company.application();
            without.remove(missing);
            assertFieldRefused(door.start(without), "/" + missing, "REQUIRED");
        }
        Applicant nobody = walk.known(PEOPLE.next());
        assertFieldRefused(door.start(company(nobody).application()), "/account", "PERSONAL_VERIFICATION_REQUIRED");
        assertThat(door.start(company.application().put("site", "JD_MALL")).status())
                .isEqualTo(400);
        before.nothingSince(jdbc);
    }

    private static String slip(String code) {
        return code.substring(0, 10) + (code.charAt(10) == '1' ? '2' : '1') + code.substring(11);
    }

    @ParameterizedTest
    @EnumSource
    void anAmountIsTakenWhenItIsAskedForAndOnlyThen(Entrance entrance) {
        Company company = company(holder());
        Door door = entrance.of(walk.mall()).forEnterprises();
        String id = filed(company);
        assertProblem(door.submitAmount(id, "0.37"), 409, "ACTION_NOT_EXPECTED");
        desk.decideWhenThere(REVIEWER, GROUP, id, APPROVE);
        assertThat(walk.ended(COLLECTION, id, ENGLISH).at("/action/type")).isEqualTo("CONFIRM_AMOUNT");

        assertFieldRefused(door.submitAmount(id, "a lot"), "/amount", "INVALID_AMOUNT");
        assertFieldRefused(door.submitAmount(id, "37"), "/amount", "INVALID_AMOUNT");
        assertThat(walk.mall()
                        .post(PATH + "/" + id + "/amount", "{\"amount\":0.37}")
                        .status())
                .as("a number is no text: 0.10 would lose its end")
                .isEqualTo(400);
        assertProblem(entrance.of(walk.console()).forEnterprises().submitAmount(id, "0.37"), 404, "NOT_FOUND");
        assertThat(walk.shown(COLLECTION, id, ENGLISH).at("/action/attemptsLeft"))
                .isEqualTo("5");
    }

    /** Through the engine's door an amount is transient, or refused. */
    @Test
    void anAmountThatIsNotTransientIsRefused() {
        Company company = company(holder());
        String id = filed(company);
        desk.decideWhenThere(REVIEWER, GROUP, id, APPROVE);
        walk.ended(COLLECTION, id, ENGLISH);

        Reply refused = walk.mall()
                .post(
                        "/engine-rest/message",
                        "{\"messageName\":\"AmountSubmitted\",\"businessKey\":\"" + id
                                + "\",\"processVariables\":{\"amount\":{\"type\":\"String\",\"value\":\"0.37\"}}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(walk.shown(COLLECTION, id, ENGLISH).at("/action/attemptsLeft"))
                .isEqualTo("5");
    }

    @ParameterizedTest
    @EnumSource
    void isWithdrawnWhileTheAmountIsAwaited(Entrance entrance) {
        Applicant holder = holder();
        Door door = entrance.of(walk.mall()).forEnterprises();
        String id = filed(company(holder));
        desk.decideWhenThere(REVIEWER, GROUP, id, APPROVE);
        walk.ended(COLLECTION, id, ENGLISH);

        assertThat(door.withdraw(id).status()).isIn(200, 204);

        assertThat(walk.shown(COLLECTION, id, ENGLISH).at("/outcome/code")).isEqualTo("WITHDRAWN");
        assertThat(verification(holder).at("/method")).isEqualTo("BANK_CARD");
    }

    /** The same key, the same answer: one application, one payment. */
    @Test
    void isFiledOncePerIdempotencyKey() {
        Company company = company(holder());
        Multipart form = form(company);
        String key = "enterprise-" + company.account();

        Reply first = walk.mall().with("Idempotency-Key", key).upload(PATH, form);
        Reply second = walk.mall().with("Idempotency-Key", key).upload(PATH, form);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
    }

    private static void assertFieldRefused(Reply refused, String pointer, String code) {
        assertProblem(refused, 422, "INVALID_APPLICATION", pointer, code);
    }

    private Applicant holder() {
        Applicant holder = PEOPLE.next();
        walk.verified(Entrance.TYPED.of(walk.mall()), holder);
        return holder;
    }

    private static Company company(Applicant holder) {
        return Company.of(holder.account(), ENTERPRISES.getAndIncrement());
    }

    private static Multipart form(Company company) {
        return Appellant.pictures(
                Multipart.empty().json("enterprise", company.application().toString()), ALL);
    }

    private String filed(Company company) {
        Reply started = walk.mall().upload(PATH, form(company));
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
        assertThat(started.header("Location")).isEqualTo(PATH + "/" + started.at("/id"));
        return started.at("/id");
    }

    private String waitingForEvidence(Door door, ObjectNode application) {
        Reply started = door.start(application);
        assertThat(started.status()).as(started.response().body()).isIn(200, 201);
        return door.idOf(started);
    }

    private Reply add(String id, List<String> kinds) {
        return walk.mall().upload(PATH + "/" + id + "/evidence", Appellant.pictures(Multipart.empty(), kinds));
    }

    private Reply verification(Applicant applicant) {
        return walk.mall().get("/api/v1/accounts/" + applicant.account() + "/verification");
    }

    private String received(Company company) {
        return sandbox.transfers().to(company.corporateAccount()).get(0).amount();
    }

    private static List<String> texts(Reply reply, String pointer) {
        return StreamSupport.stream(reply.body().at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
