package io.realname.appeal;

import static io.realname.app.Appellant.BACK;
import static io.realname.app.Appellant.CERTIFICATE;
import static io.realname.app.Appellant.FRONT;
import static io.realname.app.Appellant.HOLDING;
import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Jobs;
import io.realname.app.Multipart;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.ReviewDesk;
import io.realname.doors.Stored;
import io.realname.doors.WebApp;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule 4, from either door to its end; people decide as Tasklist lets them. */
@RealnameTest
class AppealTest {

    private static final People PEOPLE = People.of(8600, 8699);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPEALS = "appeals";
    private static final String PATH = "/api/v1/appeals";
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";
    private static final List<String> ALL = List.of(FRONT, BACK, HOLDING);
    private static final List<String> ALL_AND_CERTIFICATE = List.of(FRONT, BACK, HOLDING, CERTIFICATE);
    private static final String GROUP = "appeal-review";
    private static final String FIRST = "appealreviewer8600";
    private static final String SECOND = "appealreviewer8601";
    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anApprovedAppealReleasesTheIdentityAndVerifiesTheAccount() {
        Appellant appellant = appellant();
        walk.account(appellant.holder(), "JD_MALL", appellant.holderMobile());

        Reply started = walk.mall().upload(PATH, appellant.form(appellant.neverVerified(), ALL));
        assertThat(started.status()).isEqualTo(201);
        String id = started.at("/id");
        assertThat(started.header("Location")).isEqualTo(PATH + "/" + id);
        assertThat(started.at("/kind")).isEqualTo("APPEAL");
        assertThat(started.at("/account")).isEqualTo(appellant.account());
        assertThat(started.at("/status")).isEqualTo("IN_PROGRESS");
        assertThat(started.body().at("/action").isNull()).isTrue();

        desk.decide(FIRST, GROUP, id, APPROVE);
        jobs.fireWhenThere(id, "ObjectionPeriodOver");

        assertEnd(id, "SUCCEEDED", "APPEAL_APPROVED", null);
        assertThat(message(id, ENGLISH)).contains("The appeal was approved");
        assertThat(message(id, CHINESE)).contains("申诉");
        assertThat(sandbox.inbox().messages(appellant.holderMobile()))
                .as("the holder is told")
                .hasSize(1);
        Reply verified = verification(appellant.account());
        assertThat(verified.at("/status")).isEqualTo("VERIFIED");
        assertThat(verified.at("/method")).isEqualTo("APPEAL");
        assertThat(verification(appellant.holder()).at("/status")).isEqualTo("UNVERIFIED");
    }

    @Test
    void whoDoesNotAskForItIsNotVerified() {
        Appellant appellant = appellant();
        ObjectNode appeal = appellant.neverVerified();
        appeal.remove("verifyAccount");
        String id = filed(appellant.form(appeal, ALL));

        desk.decide(FIRST, GROUP, id, APPROVE);
        jobs.fireWhenThere(id, "ObjectionPeriodOver");

        assertEnd(id, "SUCCEEDED", "APPEAL_APPROVED", null);
        assertThat(verification(appellant.account()).at("/status")).isEqualTo("UNVERIFIED");
        assertThat(verification(appellant.holder()).at("/status")).isEqualTo("UNVERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void anAppealWithoutEvidenceAsksForIt(Entrance entrance) {
        Appellant appellant = appellant();
        Door door = entrance.of(walk.mall()).forAppeals();
        String id = walk.started(door, appellant.notMyOperation().put("account", sameSite(appellant)));

        Reply waiting = walk.shown(APPEALS, id, ENGLISH);
        assertThat(waiting.at("/status")).isEqualTo("ACTION_REQUIRED");
        assertThat(waiting.at("/action/type")).isEqualTo("ADD_EVIDENCE");
        assertThat(waiting.at("/action/reason")).isEqualTo("EVIDENCE_MISSING");
        assertThat(waiting.at("/action/message")).startsWith("Required evidence is missing");
        assertThat(walk.shown(APPEALS, id, CHINESE).at("/action/message")).contains("补充");
        assertThat(texts(waiting.body().at("/action/missing")))
                .containsExactlyInAnyOrderElementsOf(ALL_AND_CERTIFICATE);
        assertThat(Instant.parse(waiting.at("/action/expiresAt")))
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(7)));

        Reply some = add(id, FRONT, CERTIFICATE);
        assertThat(some.status()).isEqualTo(200);
        assertThat(texts(some.body().at("/action/missing"))).containsExactlyInAnyOrder(BACK, HOLDING);
        Reply rest = add(id, BACK, HOLDING);
        assertThat(rest.at("/status")).isEqualTo("IN_PROGRESS");
        assertThat(desk.tasks(id)).hasSize(1);
        assertProblem(add(id, FRONT), 409, "ACTION_NOT_EXPECTED");
        withdrawn(door, id);
    }

    @ParameterizedTest
    @EnumSource
    void evidenceThatDoesNotComeInTimeEndsIt(Entrance entrance) {
        String id =
                walk.started(entrance.of(walk.mall()).forAppeals(), appellant().neverVerified());

        jobs.fire(id, "EvidenceDeadline");

        assertEnd(id, "EXPIRED", "EXPIRED", null);
        assertProblem(add(id, FRONT), 409, "ACTION_NOT_EXPECTED");
    }

    /** Two people, in turn: the first yes is only a yes if the second agrees. */
    @Test
    void notMyOperationIsReviewedByTwo() {
        Appellant appellant = appellant();
        String own = sameSite(appellant);
        String id = filed(appellant.form(appellant.notMyOperation().put("account", own), ALL_AND_CERTIFICATE));

        desk.decide(FIRST, GROUP, id, APPROVE);
        assertThat(walk.shown(APPEALS, id, ENGLISH).at("/status")).isEqualTo("IN_PROGRESS");
        WebApp again = desk.reviewer(FIRST, GROUP);
        Reply refused = desk.claim(again, FIRST, desk.task(id));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("ALREADY_VOTED");
        desk.decide(SECOND, GROUP, id, APPROVE);
        jobs.fireWhenThere(id, "ObjectionPeriodOver");

        assertEnd(id, "SUCCEEDED", "APPEAL_APPROVED", null);
        assertThat(verification(own).at("/method")).isEqualTo("APPEAL");
    }

    @Test
    void aRejectionTellsReasonAndAnswerAndNeverTheNote() {
        Appellant appellant = appellant();
        String id = filed(appellant.form(appellant.neverVerified(), ALL));

        desk.decide(
                FIRST,
                GROUP,
                id,
                Map.of(
                        "decision", "REJECT",
                        "reason", "DOCUMENT_UNREADABLE",
                        "note", "looks forged to me",
                        "answer", "Please send sharper pictures."));

        Reply end = assertEnd(id, "FAILED", "APPEAL_REJECTED", "DOCUMENT_UNREADABLE");
        assertThat(end.at("/outcome/answer")).isEqualTo("Please send sharper pictures.");
        assertThat(end.at("/outcome/message")).contains("cannot be read");
        assertThat(message(id, CHINESE)).contains("无法");
        assertThat(end.response().body()).doesNotContain("forged");
        assertThat(verification(appellant.holder()).at("/status")).isEqualTo("VERIFIED");
        assertThat(walk.mall()
                        .upload(PATH, appellant.form(appellant.neverVerified(), ALL))
                        .status())
                .as("may appeal again")
                .isEqualTo(201);
    }

    @Test
    void whatAReviewerAsksForIsTheAction() {
        Appellant appellant = appellant();
        String id = filed(appellant.form(appellant.neverVerified(), ALL));

        desk.decide(
                FIRST,
                GROUP,
                id,
                Map.of("decision", "ASK", "note", "not sure", "answer", "A photo of page two, please."));

        Reply waiting = walk.shown(APPEALS, id, CHINESE);
        assertThat(waiting.at("/action/type")).isEqualTo("ADD_EVIDENCE");
        assertThat(waiting.at("/action/reason")).isEqualTo("REVIEWER_ASKS");
        assertThat(waiting.at("/action/message")).isEqualTo("A photo of page two, please.");
        assertThat(waiting.body().at("/action/missing")).isEmpty();
        assertThat(waiting.body().at("/action").has("missing")).isTrue();
        assertThat(waiting.response().body()).doesNotContain("not sure");
        assertThat(add(id, "other").at("/status")).isEqualTo("IN_PROGRESS");
        assertThat(desk.tasks(id))
                .singleElement()
                .satisfies(task ->
                        assertThat(task.getAssignee()).as("back to who asked").isEqualTo(FIRST));
    }

    @Test
    void aHolderWithOpenBusinessKeepsTheIdentity() {
        Appellant appellant = appellant();
        openBusiness(appellant.holder());

        String id = filed(appellant.form(appellant.neverVerified(), ALL));

        assertEnd(id, "FAILED", "HOLDER_HAS_OPEN_BUSINESS", null);
        assertThat(message(id, ENGLISH)).contains("open business", "4006151212").doesNotContain(appellant.holder());
        assertThat(message(id, CHINESE)).contains("4006151212").doesNotContain(appellant.holder());
        assertThat(desk.tasks(id)).isEmpty();
    }

    /** What is true counts when it is done, not when people looked at it. */
    @Test
    void businessThatIsOpenedInTheObjectionPeriodKeepsTheIdentity() {
        Appellant appellant = appellant();
        String id = filed(appellant.form(appellant.neverVerified(), ALL));
        desk.decide(FIRST, GROUP, id, APPROVE);
        openBusiness(appellant.holder());

        jobs.fireWhenThere(id, "ObjectionPeriodOver");

        assertEnd(id, "FAILED", "HOLDER_HAS_OPEN_BUSINESS", null);
        assertThat(verification(appellant.holder()).at("/status")).isEqualTo("VERIFIED");
    }

    @Test
    void anIdentityThatIsBoundNowhereNeedsNoAppeal() {
        Applicant free = PEOPLE.next();
        walk.account(free.account(), "JD_MALL", null);
        Appellant appellant = new Appellant(free, free.account(), PEOPLE.number());

        String id = filed(appellant.form(appellant.neverVerified(), ALL));

        assertEnd(id, "FAILED", "APPEAL_REJECTED", "NOTHING_TO_RELEASE");
        assertThat(message(id, ENGLISH)).contains("You can verify your account");
        assertThat(message(id, CHINESE)).isNotEmpty().doesNotContain("You can");
    }

    @ParameterizedTest
    @EnumSource
    void threeAppealsAboutAnIdentityAreEnoughForAMonth(Entrance entrance) {
        Appellant appellant = appellant();
        Door door = entrance.of(walk.mall()).forAppeals();
        for (int appeals = 0; appeals < 3; appeals++) {
            withdrawn(door, filed(appellant.form(appellant.neverVerified(), ALL)));
        }
        String another = appellant.account() + "_2";
        walk.account(another, "JD_FINANCE", null);

        String id = walk.started(door, appellant.neverVerified().put("account", another));

        assertEnd(id, "FAILED", "TOO_MANY_ATTEMPTS", "TOO_MANY_APPEALS");
        assertThat(message(id, ENGLISH)).contains("Too many appeals");
        assertThat(message(id, CHINESE)).contains("4006151212");
    }

    /** What an occupied identity offers: nothing is typed again. */
    @ParameterizedTest
    @EnumSource
    void followsAnOccupiedIdentity(Entrance entrance) {
        Appellant appellant = appellant();
        Applicant occupied = appellant.person().withAccount(appellant.account());
        String before = walk.started(entrance.of(walk.mall()), occupied);
        assertThat(walk.settled(before).at("/outcome/code")).isEqualTo("IDENTITY_OCCUPIED");
        Door door = entrance.of(walk.mall()).forAppeals();

        Reply twice = door.start(appellant.neverVerified().put("follows", before));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/realName", "/document");
        assertThat(twice.body().at("/errors").findValuesAsText("code")).containsOnly("NOT_WITH_FOLLOWS");
        String id = walk.started(door, following(appellant.neverVerified(), before));
        assertThat(add(id, FRONT, BACK, HOLDING).at("/status")).isEqualTo("IN_PROGRESS");
        desk.decide(FIRST, GROUP, id, APPROVE);
        jobs.fireWhenThere(id, "ObjectionPeriodOver");

        assertEnd(id, "SUCCEEDED", "APPEAL_APPROVED", null);
        Reply verified = verification(appellant.account());
        assertThat(verified.at("/method")).isEqualTo("APPEAL");
        assertThat(verified.at("/document/number"))
                .startsWith(appellant.person().residentId().substring(0, 1));
    }

    /** Rule 3c: "not my own operation?" */
    @ParameterizedTest
    @EnumSource
    void followsAnAssociationThatFoundTheIdentityBound(Entrance entrance) {
        Appellant appellant = appellant();
        String own = sameSite(appellant);
        walk.account(appellant.holder(), "JD_MALL", appellant.holderMobile());
        Door associations = entrance.of(walk.mall()).forAssociations();
        String before = associations.idOf(associations.start(
                JSON.createObjectNode().put("account", own).put("verifiedAccount", appellant.holder())));
        walk.ended("associations", before, ENGLISH);
        assertThat(associations
                        .submitCode(before, walk.code(appellant.holderMobile()))
                        .status())
                .isIn(200, 204);
        assertThat(walk.ended("associations", before, ENGLISH).at("/outcome/code"))
                .isEqualTo("IDENTITY_BOUND_TO_ANOTHER_ACCOUNT");
        Door door = entrance.of(walk.mall()).forAppeals();

        String id = walk.started(door, following(appellant.notMyOperation().put("account", own), before));

        assertThat(texts(walk.shown(APPEALS, id, ENGLISH).body().at("/action/missing")))
                .contains(CERTIFICATE);
        assertThat(add(id, FRONT, BACK, HOLDING, CERTIFICATE).at("/status")).isEqualTo("IN_PROGRESS");
        assertThat(desk.tasks(id)).hasSize(1);
        withdrawn(door, id);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatCannotBeFollowed(Entrance entrance) {
        Appellant appellant = appellant();
        Door door = entrance.of(walk.mall()).forAppeals();
        String withdrawn = walk.started(door, appellant.neverVerified());
        withdrawn(door, withdrawn);
        Stored before = Stored.in(jdbc);

        for (String follows : List.of("none", UUID.randomUUID().toString(), withdrawn)) {
            assertFieldRefused(
                    door.start(following(appellant.neverVerified(), follows)), "/follows", "CANNOT_BE_FOLLOWED");
        }
        before.nothingSince(jdbc);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsWrongWithTheForm(Entrance entrance) {
        Appellant appellant = appellant();
        Door door = entrance.of(walk.mall()).forAppeals();
        Stored before = Stored.in(jdbc);

        Reply empty = door.start("{}");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/account", "/reason", "/realName", "/document", "/contactMobile");
        assertThat(empty.body().at("/errors").findValuesAsText("code")).containsOnly("REQUIRED");
        assertFieldRefused(
                door.start(appellant.neverVerified().put("reason", "NO_IDEA")), "/reason", "UNKNOWN_APPEAL_REASON");
        assertFieldRefused(
                door.start(appellant.neverVerified().put("statement", "x".repeat(2001))),
                "/statement",
                "INVALID_LENGTH");
        assertFieldRefused(
                door.start(appellant.neverVerified().put("contactMobile", "12345")),
                "/contactMobile",
                "NOT_A_MAINLAND_MOBILE");
        assertFieldRefused(
                door.start(appellant.neverVerified().put("account", "nobody_at_all")), "/account", "UNKNOWN_ACCOUNT");
        String enterprise = appellant.account() + "_ltd";
        walk.accounts().put("/api/v1/accounts/" + enterprise, "{\"site\":\"JD_MALL\",\"kind\":\"ENTERPRISE\"}");
        assertFieldRefused(
                door.start(appellant.neverVerified().put("account", enterprise)), "/account", "ENTERPRISE_ACCOUNT");
        for (String malformed : List.of(
                appellant.neverVerified().put("verifyAccount", "yes").toString(),
                appellant.neverVerified().put("site", "JD_MALL").toString(),
                "{\"account\":",
                "[]")) {
            Reply refused = door.start(malformed);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.at("/code")).isEqualTo("MALFORMED_REQUEST");
        }
        Reply verified = door.start(appellant.neverVerified().put("account", appellant.holder()));
        assertProblem(verified, 409, "ACCOUNT_ALREADY_VERIFIED");
        before.nothingSince(jdbc);
    }

    /** One open appeal an identity, whoever files it. */
    @ParameterizedTest
    @EnumSource
    void oneAppealAboutAnIdentityAtATime(Entrance entrance) {
        Appellant appellant = appellant();
        Door door = entrance.of(walk.mall()).forAppeals();
        String id = walk.started(door, appellant.neverVerified());
        add(id, FRONT, BACK, HOLDING);
        String another = appellant.account() + "_2";
        walk.account(another, "JD_FINANCE", null);
        Stored before = Stored.in(jdbc);

        assertProblem(door.start(appellant.neverVerified().put("account", another)), 409, "APPLICATION_IN_PROGRESS");
        assertProblem(door.start(appellant.neverVerified()), 409, "APPLICATION_IN_PROGRESS");
        before.nothingSince(jdbc);
        withdrawn(door, id);
        walk.started(door, appellant.neverVerified().put("account", another));
    }

    @ParameterizedTest
    @EnumSource
    void isWithdrawnFromUnderAReviewer(Entrance entrance) {
        Appellant appellant = appellant();
        Door door = entrance.of(walk.mall()).forAppeals();
        String id = walk.started(door, appellant.neverVerified());
        add(id, FRONT, BACK, HOLDING);
        WebApp reviewer = desk.reviewer(FIRST, GROUP);
        String task = desk.task(id);
        assertThat(desk.claim(reviewer, FIRST, task).status()).isEqualTo(204);

        withdrawn(door, id);

        assertThat(message(id, ENGLISH)).isEqualTo("The application was withdrawn.");
        assertThat(desk.tasks(id)).isEmpty();
        assertThat(desk.complete(reviewer, task, APPROVE).status()).isEqualTo(409);
        assertThat(door.withdraw(id).status()).isIn(404, 409);
        assertThat(verification(appellant.holder()).at("/status")).isEqualTo("VERIFIED");
    }

    @Test
    void isWithdrawnInTheObjectionPeriod() {
        Appellant appellant = appellant();
        String id = filed(appellant.form(appellant.neverVerified(), ALL));
        desk.decide(FIRST, GROUP, id, APPROVE);

        withdrawn(Entrance.TYPED.of(walk.mall()).forAppeals(), id);

        assertThat(verification(appellant.holder()).at("/status")).isEqualTo("VERIFIED");
    }

    @ParameterizedTest
    @EnumSource
    void isSeenByItsClientOnlyAndWhereItsKindIs(Entrance entrance) {
        Appellant appellant = appellant();
        String id = walk.started(entrance.of(walk.mall()).forAppeals(), appellant.neverVerified());
        Client console = walk.console();

        assertProblem(console.get(PATH + "/" + id), 404, "NOT_FOUND");
        assertProblem(console.delete(PATH + "/" + id), 404, "NOT_FOUND");
        assertProblem(
                console.upload(PATH + "/" + id + "/evidence", Appellant.pictures(Multipart.empty(), ALL)),
                404,
                "NOT_FOUND");
        assertThat(entrance.of(console).forAppeals().withdraw(id).status()).isEqualTo(404);
        for (String other : List.of("verifications", "associations", "objections")) {
            assertProblem(walk.mall().get("/api/v1/" + other + "/" + id), 404, "NOT_FOUND");
            assertProblem(walk.mall().delete("/api/v1/" + other + "/" + id), 404, "NOT_FOUND");
        }
        assertProblem(
                walk.mall()
                        .upload(
                                "/api/v1/verifications/" + id + "/evidence",
                                Appellant.pictures(Multipart.empty(), ALL)),
                404,
                "NOT_FOUND");
        assertThat(walk.shown(APPEALS, id, ENGLISH).at("/action/type")).isEqualTo("ADD_EVIDENCE");
    }

    private Appellant appellant() {
        return Appellant.of(walk, PEOPLE, "JD_CLOUD");
    }

    /** Another account of the appellant, at the site where the identity is bound. */
    private String sameSite(Appellant appellant) {
        String account = appellant.account() + "_mall";
        walk.account(account, "JD_MALL", null);
        return account;
    }

    private void openBusiness(String account) {
        assertThat(walk.accounts()
                        .put(
                                "/api/v1/accounts/" + account,
                                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"openBusiness\":[\"LOAN\"]}")
                        .status())
                .isEqualTo(200);
    }

    private String filed(Multipart form) {
        Reply started = walk.mall().upload(PATH, form);
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
        return started.at("/id");
    }

    private Reply add(String id, String... kinds) {
        return walk.mall().upload(PATH + "/" + id + "/evidence", Appellant.pictures(Multipart.empty(), List.of(kinds)));
    }

    private void withdrawn(Door door, String id) {
        assertThat(door.withdraw(id).status()).isIn(200, 204);
        assertEnd(id, "WITHDRAWN", "WITHDRAWN", null);
    }

    private static ObjectNode following(ObjectNode appeal, String before) {
        appeal.remove(List.of("realName", "document"));
        return appeal.put("follows", before);
    }

    private static void assertFieldRefused(Reply reply, String pointer, String code) {
        assertProblem(reply, 422, "INVALID_APPLICATION", pointer, code);
    }

    private Reply assertEnd(String id, String status, String code, @Nullable String reason) {
        Reply end = walk.ended(APPEALS, id, ENGLISH);
        assertThat(end.at("/outcome/code")).isEqualTo(code);
        assertThat(end.at("/status")).isEqualTo(status);
        assertThat(end.at("/outcome/reason")).isEqualTo(reason == null ? "" : reason);
        assertThat(end.at("/outcome/message")).isNotEmpty();
        assertThat(end.body().at("/action").isNull()).isTrue();
        return end;
    }

    private String message(String id, String language) {
        return walk.ended(APPEALS, id, language).at("/outcome/message");
    }

    private Reply verification(String account) {
        return walk.mall().get("/api/v1/accounts/" + account + "/verification");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
