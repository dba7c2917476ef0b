package io.realname.desk;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case is handed over, or lent for an opinion, with a note that is no vote. Only the holder sees the case. */
@RealnameTest
class ColleaguesTest {

    private static final String GROUP = "appeal-review";
    private static final String ANNA = "colleague9540";
    private static final String BEN = "colleague9541";
    private static final String CAI = "colleague9542";
    private static final String TEXT = "the seal looks odd to me";
    private static final String REJECT = "REJECT";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ThoroughLook look;

    @Autowired
    private JdbcClient jdbc;

    private WebApp anna;
    private WebApp ben;
    private WebApp cai;
    private String task;
    private String path;
    private UUID application;

    @BeforeEach
    void claim() {
        anna = desk.reviewer(ANNA, GROUP);
        ben = desk.reviewer(BEN, GROUP);
        cai = desk.reviewer(CAI, GROUP);
        task = reviews.task(GROUP);
        path = "/review/tasks/" + task;
        application = UUID.fromString(runtime.createProcessInstanceQuery()
                .processInstanceId(reviews.reviewOf(task))
                .singleResult()
                .getBusinessKey());
        assertThat(desk.claim(anna, ANNA, task).status()).isEqualTo(204);
    }

    @Test
    void othersOfTheGroupsAreOffered() {
        desk.reviewer("elsewhere9543", "enterprise-review");

        List<String> offered = anna.get(path + "/colleagues").body().findValuesAsText("id");

        assertThat(offered)
                .contains(BEN, CAI)
                .doesNotContain(ANNA, "elsewhere9543")
                .doesNotHaveDuplicates();
        assertProblem(ben.get(path + "/colleagues"), 403, "FORBIDDEN");
    }

    @Test
    void whoGetsTheCaseReadsTheNoteAndDecides() {
        assertThat(send(anna, "/handover", BEN, TEXT).status()).isEqualTo(200);

        assertProblem(anna.get(path), 403, "FORBIDDEN");
        Reply view = ben.get(path);
        assertThat(view.at("/notes/0/kind")).isEqualTo("HANDED_OVER");
        assertThat(view.at("/notes/0/author")).isEqualTo(ANNA);
        assertThat(view.at("/notes/0/text")).isEqualTo(TEXT);
        assertThat(view.body().at("/askedBy").isNull()).isTrue();
        assertThat(view.body().at("/votes")).isEmpty();
        assertThat(events()).contains(Map.entry(AuditEvent.REVIEW_HANDED_OVER, "user:" + ANNA));
        assertNotInPlain();
        assertThat(reject(ben).status()).isEqualTo(204);
    }

    @Test
    void opinionIsNoVoteAndTheCaseComesBack() {
        assertThat(send(anna, "/opinion/request", BEN, TEXT).status()).isEqualTo(200);
        Reply lent = anna.get(path);
        assertThat(lent.at("/lentTo")).isEqualTo(BEN);
        assertThat(lent.body().has("applicant")).isFalse();
        assertThat(ben.get(path).at("/askedBy")).isEqualTo(ANNA);

        Reply decided = reject(ben);
        assertThat(decided.status()).isEqualTo(422);
        assertThat(decided.at("/type")).isEqualTo("OPINION_IS_OWED");
        assertProblem(send(ben, "/handover", CAI, TEXT), 409, "OPINION_IS_OWED");
        assertProblem(send(ben, "/opinion/request", CAI, TEXT), 409, "OPINION_IS_OWED");

        assertThat(send(ben, "/opinion", null, "It is genuine.").status()).isEqualTo(200);

        assertProblem(ben.get(path), 403, "FORBIDDEN");
        Reply view = anna.get(path);
        assertThat(view.body().at("/notes").findValuesAsText("kind")).containsExactly("OPINION_ASKED", "OPINION_GIVEN");
        assertThat(view.at("/notes/1/addressee")).isEqualTo(ANNA);
        assertThat(view.body().at("/votes")).isEmpty();
        assertThat(events())
                .contains(
                        Map.entry(AuditEvent.OPINION_ASKED, "user:" + ANNA),
                        Map.entry(AuditEvent.OPINION_GIVEN, "user:" + BEN));
        assertProblem(send(anna, "/opinion", null, TEXT), 409, "ACTION_NOT_EXPECTED");
        assertThat(reject(anna).status()).isEqualTo(204);
    }

    @Test
    void whoAskedTakesTheCaseBack() {
        send(anna, "/opinion/request", BEN, TEXT);
        assertProblem(post(cai, "/opinion/withdrawal", "{}"), 409, "ACTION_NOT_EXPECTED");
        assertProblem(post(anna.withoutToken(), "/opinion/withdrawal", "{}"), 403, "FORBIDDEN");

        assertThat(post(anna, "/opinion/withdrawal", "{}").status()).isEqualTo(200);

        assertThat(anna.get(path).body().has("applicant")).isTrue();
        assertProblem(ben.get(path), 403, "FORBIDDEN");
        assertProblem(post(anna, "/opinion/withdrawal", "{}"), 409, "ACTION_NOT_EXPECTED");
        assertThat(events()).contains(Map.entry(AuditEvent.OPINION_NOT_AWAITED, "user:" + ANNA));
        assertThat(reject(anna).status()).isEqualTo(204);
    }

    /** Ben returns the task to the group, or the escalation takes it from him. Whoever claims it next decides it. */
    @Test
    void nobodyOwesAnOpinionOnATaskThatWasGivenBack() {
        send(anna, "/opinion/request", BEN, TEXT);

        reviews.handBack(task);

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getOwner())
                .isNull();
        assertThat(desk.claim(cai, CAI, task).status()).isEqualTo(204);
        assertThat(cai.get(path).body().at("/askedBy").isNull()).isTrue();
        assertThat(reject(cai).status()).isEqualTo(204);
    }

    @Test
    void whoAskedAndHasLeftTheGroupGetsNothingBack() {
        String leaver = "colleague9544";
        send(anna, "/handover", BEN, TEXT);
        desk.reviewer(leaver, GROUP);
        WebApp leaving = reviews.loggedIn(walk.port(), leaver);
        send(ben, "/handover", leaver, TEXT);
        send(leaving, "/opinion/request", CAI, TEXT);
        reviews.leaves(leaver, GROUP);

        assertThat(send(cai, "/opinion", null, "It is genuine.").status()).isEqualTo(200);

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(desk.claim(anna, ANNA, task).status()).isEqualTo(204);
        assertThat(reject(anna).status()).isEqualTo(204);
    }

    @Test
    void onlyThoseGetItWhoMayDecideIt() {
        desk.reviewer("elsewhere9543", "enterprise-review");

        assertProblem(send(anna, "/handover", "elsewhere9543", TEXT), 403, "REVIEWER_NOT_IN_GROUP");
        assertProblem(send(anna, "/opinion/request", "nobody-of-this-name", TEXT), 403, "REVIEWER_NOT_IN_GROUP");
        assertProblem(send(ben, "/handover", CAI, TEXT), 403, "FORBIDDEN");
        assertProblem(send(WebApp.open(walk.port()), "/handover", CAI, TEXT), 401, "UNAUTHORIZED");
        assertProblem(
                anna.withoutToken().send("POST", path + "/handover", message(BEN, TEXT), "application/json"),
                403,
                "FORBIDDEN");
        assertThat(reviews.assignee(task)).isEqualTo(ANNA);
        assertThat(anna.get(path).body().at("/notes")).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(send(anna, "/handover", BEN, "  ").at("/errors/0/pointer")).isEqualTo("/text");
        assertThat(send(anna, "/handover", BEN, "x".repeat(2001)).at("/errors/0/code"))
                .isEqualTo("INVALID_LENGTH");
        assertThat(send(anna, "/handover", null, TEXT).at("/errors/0/pointer")).isEqualTo("/colleague");
        assertThat(send(anna, "/opinion/request", ANNA, TEXT).at("/errors/0/pointer"))
                .isEqualTo("/colleague");
        assertThat(reviews.assignee(task)).isEqualTo(ANNA);
    }

    /** The reviewer of the sample sees neither the vote before nor the notes; those who know the case are refused. */
    @Test
    void sampleIsDecidedUnseen() {
        String review = reviews.reviewOf(task);
        reviews.drawsForTheSample(review);
        send(anna, "/opinion/request", BEN, TEXT);
        send(ben, "/opinion", null, "It is genuine.");
        look.at(application, ANNA);
        assertThat(desk.complete(anna, task, Map.of("decision", "APPROVE")).status())
                .isEqualTo(204);
        task = tasks.createTaskQuery().processInstanceId(review).singleResult().getId();
        path = "/review/tasks/" + task;

        assertThat(desk.claim(anna, ANNA, task).at("/type")).isEqualTo("ALREADY_VOTED");
        assertThat(desk.claim(ben, BEN, task).at("/type")).isEqualTo("REVIEWER_KNOWS_THE_CASE");
        assertThat(desk.claim(cai, CAI, task).status()).isEqualTo(204);
        Reply view = cai.get(path);
        assertThat(view.at("/application/step")).isEqualTo("FIRST");
        assertThat(view.body().at("/votes")).isEmpty();
        assertThat(view.body().at("/notes")).isEmpty();
        assertThat(reject(cai).status()).isEqualTo(204);

        JsonNode people = desk.reviewer("lead9540", "senior-review")
                .get("/review/team")
                .body()
                .get("people");
        JsonNode figures = person(people, ANNA);
        assertThat(figures.get("sampled").asInt()).isEqualTo(1);
        assertThat(figures.get("sampleDisagreed").asInt()).isEqualTo(1);
    }

    private static JsonNode person(JsonNode people, String login) {
        for (JsonNode person : people) {
            if (person.get("reviewer").asText().equals(login)) {
                return person;
            }
        }
        throw new AssertionError(login);
    }

    private Reply reject(WebApp reviewer) {
        return desk.complete(reviewer, task, Map.of("decision", REJECT, "reason", "OTHER"));
    }

    private void assertNotInPlain() {
        assertThat(jdbc.sql("""
                                select (select count(*) from review_note where position('odd'::bytea in content) > 0)
                                       + (select count(*) from act_hi_comment)
                                """).query(Integer.class).single()).as("in plain").isZero();
    }

    private List<Map.Entry<AuditEvent, String>> events() {
        return trail.of(application).stream().map(ColleaguesTest::event).toList();
    }

    private static Map.Entry<AuditEvent, String> event(AuditEntry entry) {
        return Map.entry(entry.event(), String.valueOf(entry.actor()));
    }

    private Reply send(WebApp reviewer, String what, @Nullable String colleague, String text) {
        return post(reviewer, what, message(colleague, text));
    }

    private static String message(@Nullable String colleague, String text) {
        return colleague == null
                ? "{\"text\":\"" + text + "\"}"
                : "{\"colleague\":\"" + colleague + "\",\"text\":\"" + text + "\"}";
    }

    private Reply post(WebApp reviewer, String what, String body) {
        return reviewer.send("POST", path + what, body, "application/json");
    }
}
