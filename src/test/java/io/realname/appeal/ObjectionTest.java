package io.realname.appeal;

import static io.realname.app.Appellant.BACK;
import static io.realname.app.Appellant.FRONT;
import static io.realname.app.Appellant.HOLDING;
import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Appellant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Jobs;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.ReviewDesk;
import io.realname.doors.Stored;
import io.realname.people.TestPeople;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A holder says something against an appeal, from either door. */
@RealnameTest
class ObjectionTest {

    private static final People PEOPLE = People.of(8770, 8819);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OBJECTIONS = "objections";
    private static final String APPEALS = "appeals";
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";
    private static final String FIRST = "objectionreviewer8770";
    private static final String SENIOR = "objectionsenior8770";

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void anObjectionSendsTheAppealBackToReview(Entrance entrance) {
        Appellant appellant = appellant(true);
        String appeal = approved(appellant);
        Door door = door(entrance);

        String id = walk.started(door, objection(appellant.holder(), "That is me."));
        Reply waiting = walk.ended(OBJECTIONS, id, ENGLISH);
        assertThat(waiting.at("/kind")).isEqualTo("OBJECTION");
        assertThat(waiting.at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(waiting.at("/action/mobile")).matches("138\\*{4}[0-9]{4}");
        assertThat(door.submitCode(id, walk.wrongCode(appellant.holderMobile())).at("/attemptsLeft"))
                .isEqualTo("4");
        assertThat(door.submitCode(id, walk.code(appellant.holderMobile())).status())
                .isIn(200, 204);

        assertEnd(id, "SUCCEEDED", "OBJECTION_RAISED");
        assertThat(message(id, ENGLISH)).contains("People look at the appeal again");
        assertThat(message(id, CHINESE)).matches(".*\\p{IsHan}.*");
        assertThat(desk.tasks(appeal)).hasSize(1);
        desk.decide(SENIOR, "senior-review", appeal, Map.of("decision", "REJECT", "reason", "OBJECTION_UPHELD"));
        Reply end = walk.ended(APPEALS, appeal, ENGLISH);
        assertThat(end.at("/outcome/reason")).isEqualTo("OBJECTION_UPHELD");
        assertThat(end.response().body()).doesNotContain("That is me");
        assertThat(walk.mall()
                        .get("/api/v1/accounts/" + appellant.holder() + "/verification")
                        .at("/status"))
                .isEqualTo("VERIFIED");
    }

    /**
     * The answer is the same to somebody who has objected already, to somebody who holds nothing, and to somebody
     * against whom there is no appeal.
     */
    @ParameterizedTest
    @EnumSource
    void thereIsNothingToObjectTo(Entrance entrance) {
        Appellant appellant = appellant(true);
        Door door = door(entrance);

        for (String account : List.of(appellant.holder(), appellant.account())) {
            String id = walk.started(door, objection(account, null));
            assertEnd(id, "FAILED", "NOTHING_TO_OBJECT_TO");
            assertThat(message(id, ENGLISH)).contains("no appeal").doesNotContain(account);
            assertThat(message(id, CHINESE)).matches(".*\\p{IsHan}.*");
        }
    }

    /** The period begins when the appeal is approved; before, the holder has not been told. */
    @ParameterizedTest
    @EnumSource
    void anAppealThatIsStillReviewedCannotBeObjectedTo(Entrance entrance) {
        Appellant appellant = appellant(true);
        filed(appellant);

        String id = walk.started(door(entrance), objection(appellant.holder(), null));

        assertEnd(id, "FAILED", "NOTHING_TO_OBJECT_TO");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyObjectsTwiceToOneAppeal(Entrance entrance) {
        Appellant appellant = appellant(true);
        approved(appellant);
        Door door = door(entrance);
        String first = walk.started(door, objection(appellant.holder(), "once"));
        walk.ended(OBJECTIONS, first, ENGLISH);
        door.submitCode(first, walk.code(appellant.holderMobile()));
        assertEnd(first, "SUCCEEDED", "OBJECTION_RAISED");

        String second = walk.started(door, objection(appellant.holder(), "twice"));

        assertEnd(second, "FAILED", "NOTHING_TO_OBJECT_TO");
    }

    @ParameterizedTest
    @EnumSource
    void aHolderWithoutANumberMustGetOneFirst(Entrance entrance) {
        Appellant appellant = appellant(false);
        approved(appellant);

        String id = walk.started(door(entrance), objection(appellant.holder(), null));

        assertEnd(id, "FAILED", "VERIFIED_ACCOUNT_HAS_NO_MOBILE");
        assertThat(message(id, ENGLISH)).contains(appellant.holder(), "JD_MALL");
        assertThat(message(id, CHINESE)).contains(appellant.holder(), "JD_MALL");
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatIsNewProvesNothing(Entrance entrance) {
        Appellant appellant = appellant(true);
        approved(appellant);
        walk.account(appellant.holder(), "JD_MALL", TestPeople.mobile(PEOPLE.number()));

        String id = walk.started(door(entrance), objection(appellant.holder(), null));

        assertEnd(id, "FAILED", "MOBILE_CHANGED_RECENTLY");
        assertThat(walk.ended(OBJECTIONS, id, ENGLISH).at("/outcome/availableFrom"))
                .isNotEmpty();
    }

    /** Whoever can't show the number must not hold the appeal up. */
    @ParameterizedTest
    @EnumSource
    void fiveWrongCodesAreNoObjection(Entrance entrance) {
        Appellant appellant = appellant(true);
        String appeal = approved(appellant);
        Door door = door(entrance);
        String id = walk.started(door, objection(appellant.holder(), null));
        walk.ended(OBJECTIONS, id, ENGLISH);

        for (int tries = 0; tries < 5; tries++) {
            door.submitCode(id, walk.wrongCode(appellant.holderMobile()));
        }

        assertEnd(id, "FAILED", "MOBILE_CODE_FAILED");
        jobs.fireWhenThere(appeal, "ObjectionPeriodOver");
        assertThat(walk.ended(APPEALS, appeal, ENGLISH).at("/outcome/code")).isEqualTo("APPEAL_APPROVED");
    }

    /** The period ends while the holder types the code: the release waits for them. */
    @ParameterizedTest
    @EnumSource
    void anObjectionUnderWayHoldsTheReleaseBack(Entrance entrance) {
        Appellant appellant = appellant(true);
        String appeal = approved(appellant);
        Door door = door(entrance);
        String id = walk.started(door, objection(appellant.holder(), null));
        walk.ended(OBJECTIONS, id, ENGLISH);
        jobs.fireWhenThere(appeal, "ObjectionPeriodOver");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                        select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.execution_id_
                        where e.act_id_ = 'WaitForHolder' and j.process_instance_id_ in
                            (select id_ from act_ru_execution where business_key_ = ?)
                        """).param(appeal).query(Integer.class).single() == 1);

        assertThat(door.withdraw(id).status()).isIn(200, 204);
        assertEnd(id, "WITHDRAWN", "WITHDRAWN");
        jobs.fire(appeal, "HolderBusy");

        assertThat(walk.ended(APPEALS, appeal, ENGLISH).at("/outcome/code")).isEqualTo("APPEAL_APPROVED");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsWrong(Entrance entrance) {
        Appellant appellant = appellant(true);
        approved(appellant);
        Door door = door(entrance);
        Stored before = Stored.in(jdbc);

        assertProblem(door.start("{}"), 422, "INVALID_APPLICATION", "/account", "REQUIRED");
        assertProblem(
                door.start(objection("nobody_at_all", null)),
                422,
                "INVALID_APPLICATION",
                "/account",
                "UNKNOWN_ACCOUNT");
        assertProblem(
                door.start(objection(appellant.holder(), "x".repeat(2001))),
                422,
                "INVALID_APPLICATION",
                "/statement",
                "INVALID_LENGTH");
        assertThat(door.start(objection(appellant.holder(), null).put("appeal", "x"))
                        .status())
                .isEqualTo(400);
        before.nothingSince(jdbc);

        String id = walk.started(door, objection(appellant.holder(), null));
        assertProblem(door.start(objection(appellant.holder(), null)), 409, "APPLICATION_IN_PROGRESS");
        assertProblem(walk.console().get("/api/v1/objections/" + id), 404, "NOT_FOUND");
        assertProblem(walk.mall().get("/api/v1/appeals/" + id), 404, "NOT_FOUND");
        assertThat(entrance.of(walk.console()).forObjections().withdraw(id).status())
                .isEqualTo(404);
    }

    private Appellant appellant(boolean withMobile) {
        Appellant appellant = Appellant.of(walk, PEOPLE, "JD_CLOUD");
        if (withMobile) {
            walk.account(appellant.holder(), "JD_MALL", appellant.holderMobile());
        }
        return appellant;
    }

    private String filed(Appellant appellant) {
        Reply started = walk.mall()
                .upload("/api/v1/appeals", appellant.form(appellant.neverVerified(), List.of(FRONT, BACK, HOLDING)));
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
        return started.at("/id");
    }

    /** An appeal whose objection period runs. */
    private String approved(Appellant appellant) {
        String id = filed(appellant);
        desk.decide(FIRST, "appeal-review", id, Map.of("decision", "APPROVE"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql(
                                        "select count(*) from act_ru_execution where act_id_ = 'WaitForObjection'"
                                                + " and proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = ?)")
                                .param(id)
                                .query(Integer.class)
                                .single()
                        == 1);
        return id;
    }

    private Door door(Entrance entrance) {
        return entrance.of(walk.mall()).forObjections();
    }

    private static ObjectNode objection(String account, @Nullable String statement) {
        ObjectNode body = JSON.createObjectNode().put("account", account);
        return statement == null ? body : body.put("statement", statement);
    }

    private void assertEnd(String id, String status, String code) {
        Reply end = walk.ended(OBJECTIONS, id, ENGLISH);
        assertThat(end.at("/outcome/code")).isEqualTo(code);
        assertThat(end.at("/status")).isEqualTo(status);
    }

    private String message(String id, String language) {
        return walk.ended(OBJECTIONS, id, language).at("/outcome/message");
    }
}
