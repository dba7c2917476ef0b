package io.realname.race;

import static io.realname.app.Appellant.BACK;
import static io.realname.app.Appellant.FRONT;
import static io.realname.app.Appellant.HOLDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Appellant;
import io.realname.app.AtOnce;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.Walk;
import io.realname.desk.ReviewDesk;
import io.realname.doors.WebApp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people claim, decide, file or withdraw one appeal at the same moment. */
@RaceSettings
class OneReviewRaceIT {

    private static final People PEOPLE = People.of(8820, 8869);
    private static final int RACERS = 64;
    private static final int FILERS = 32;
    private static final String GROUP = "appeal-review";
    private static final Map<String, String> REJECT = Map.of("decision", "REJECT", "reason", "OTHER");

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void oneOfManyClaimsTheTask() {
        String task = desk.task(filed());
        List<WebApp> reviewers = IntStream.range(0, RACERS)
                .mapToObj(i -> desk.reviewer(login(i), GROUP))
                .toList();

        List<Reply> claims = AtOnce.times(RACERS, i -> desk.claim(reviewers.get(i), login(i), task));

        assertThat(claims).filteredOn(claim -> claim.status() == 204).hasSize(1);
        assertThat(claims).filteredOn(claim -> claim.status() != 204).allSatisfy(OneReviewRaceIT::assertOvertaken);
        String assignee = tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
        assertThat(claims.get(Integer.parseInt(assignee.substring(5))).status()).isEqualTo(204);
    }

    @Test
    void aDecisionThatIsSentManyTimesIsOneVote() {
        String id = filed();
        String task = desk.task(id);
        WebApp first = desk.reviewer(login(0), GROUP);
        assertThat(desk.claim(first, login(0), task).status()).isEqualTo(204);
        List<WebApp> windows = IntStream.range(0, RACERS)
                .mapToObj(i -> desk.reviewer(login(0), GROUP))
                .toList();

        List<Reply> sent = AtOnce.times(RACERS, i -> desk.complete(windows.get(i), task, REJECT));

        assertThat(sent).filteredOn(reply -> reply.status() == 204).hasSize(1);
        assertThat(sent).filteredOn(reply -> reply.status() != 204).allSatisfy(OneReviewRaceIT::assertOvertaken);
        assertThat(votes(id)).isOne();
        assertThat(outcome(id)).isEqualTo("APPEAL_REJECTED");
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void oneOfManyAppealsAboutAnIdentityIsOpen() {
        Appellant appellant = Appellant.of(walk, PEOPLE, "JD_CLOUD");
        List<String> accounts = IntStream.range(0, FILERS)
                .mapToObj(i -> appellant.account() + "_" + i)
                .toList();
        accounts.forEach(account -> walk.account(account, "JD_CLOUD", null));

        List<Reply> started = AtOnce.times(
                FILERS,
                i -> walk.mall()
                        .upload(
                                "/api/v1/appeals",
                                appellant.form(
                                        appellant.neverVerified().put("account", accounts.get(i)),
                                        List.of(FRONT, BACK, HOLDING))));

        assertThat(started).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(started)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.at("/code")).isEqualTo("APPLICATION_IN_PROGRESS"));
    }

    @Test
    void eitherWithdrawnOrDecided() {
        for (int rounds = 0; rounds < 8; rounds++) {
            String id = filed();
            String task = desk.task(id);
            WebApp reviewer = desk.reviewer(login(0), GROUP);
            assertThat(desk.claim(reviewer, login(0), task).status()).isEqualTo(204);

            List<Reply> answers = AtOnce.times(
                    2,
                    i -> i == 0
                            ? desk.complete(reviewer, task, REJECT)
                            : Entrance.TYPED.of(walk.mall()).forAppeals().withdraw(id));

            boolean decided = answers.get(0).status() == 204;
            if (decided) {
                assertThat(answers.get(1).status()).isEqualTo(409);
                assertThat(answers.get(1).at("/code")).isEqualTo("ACTION_NOT_EXPECTED");
            } else {
                assertThat(answers.get(1).status()).isEqualTo(200);
                assertOvertaken(answers.get(0));
            }
            assertThat(outcome(id)).isEqualTo(decided ? "APPEAL_REJECTED" : "WITHDRAWN");
            assertThat(votes(id)).isEqualTo(decided ? 1 : 0);
        }
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    private static void assertOvertaken(Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(409);
        assertThat(reply.at("/type")).isEqualTo("TASK_OVERTAKEN");
        assertThat(reply.at("/message")).startsWith("Somebody was faster");
    }

    private String filed() {
        Appellant appellant = Appellant.of(walk, PEOPLE, "JD_CLOUD");
        Reply started = walk.mall()
                .upload("/api/v1/appeals", appellant.form(appellant.neverVerified(), List.of(FRONT, BACK, HOLDING)));
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
        return started.at("/id");
    }

    private static String login(int i) {
        return "racer" + i;
    }

    private int votes(String id) {
        return jdbc.sql("select count(*) from review_vote where application = ?")
                .param(UUID.fromString(id))
                .query(Integer.class)
                .single();
    }

    private String outcome(String id) {
        return walk.ended("appeals", id, "en").at("/outcome/code");
    }
}
