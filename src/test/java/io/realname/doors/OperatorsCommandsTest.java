package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators and administrators may and may not do to a running application through Cockpit's API. */
@RealnameTest
class OperatorsCommandsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String AT_ONCE = "{\"retries\":3,\"dueDate\":\"2020-01-01T00:00:00.000+0000\"}";
    private static final String RETRIES = "{\"retries\":3}";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private WebApp operator;
    private WebApp admin;
    private String review;

    @BeforeEach
    void logIn() {
        reviews.person("operator8220", "operators");
        operator = WebApp.open(walk.port());
        assertThat(operator.login("operator8220", OpenReviews.PASSWORD, "cockpit")
                        .status())
                .isEqualTo(200);
        admin = WebApp.open(walk.port());
        assertThat(admin.login("admin", "Cockpit-Demo-2026").status()).isEqualTo(200);
        review = reviews.reviewOf(reviews.task("appeal-review"));
    }

    // A job that has not failed keeps its time

    @Test
    void aTimerThatHasNotFailedRunsAtItsTime() {
        Job timer = timer();

        for (String body : List.of(AT_ONCE, RETRIES, "{\"retries\":0}")) {
            Reply refused = operator.send("PUT", path(timer) + "/retries", body, "application/json");
            assertThat(refused.status()).as(refused.response().body()).isEqualTo(403);
            assertThat(refused.at("/message")).contains("not failed");
        }
        assertThat(operator.send("PUT", path(timer) + "/duedate", "{\"duedate\":null}", "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(operator.post(path(timer) + "/duedate/recalculate", "").status())
                .isEqualTo(403);
        assertUnchanged(timer);
    }

    /** If refused runs counted, the timer would fail after three, and then its time could be changed. */
    @Test
    void aRunThatIsRefusedIsNoFailureOfTheTimer() {
        Job timer = timer();

        for (int n = 1; n <= 3; n++) {
            assertThat(operator.post(path(timer) + "/execute", "").status()).isEqualTo(403);
        }

        assertUnchanged(timer);
        assertThat(job(timer).getExceptionMessage()).isNull();
        assertThat(operator.send("PUT", path(timer) + "/retries", AT_ONCE, "application/json")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTimerIsNoFasterAmongOthers() {
        Job timer = timer();
        String batch =
                "{\"jobIds\":[\"" + timer.getId() + "\"],\"retries\":3,\"dueDate\":\"2020-01-01T00:00:00.000+0000\"}";
        String instances = "{\"processInstances\":[\"" + review
                + "\"],\"retries\":3,\"dueDate\":\"2020-01-01T00:00:00.000+0000\"}";

        assertThat(operator.post(ENGINE + "/job/retries", batch).status()).isEqualTo(403);
        assertThat(operator.post(ENGINE + "/process-instance/job-retries", instances)
                        .status())
                .isEqualTo(403);
        assertThat(operator.send(
                                "PUT",
                                ENGINE + "/job-definition/" + timer.getJobDefinitionId() + "/retries",
                                AT_ONCE,
                                "application/json")
                        .status())
                .isIn(204, 403);
        assertUnchanged(timer);
    }

    @Test
    void aTimerThatFailedIsRetriedAtOnce() {
        Job timer = timer();
        jobs.setJobRetries(timer.getId(), 0);

        Reply retried = operator.send(
                "PUT",
                path(timer) + "/retries",
                "{\"retries\":1,\"dueDate\":\"2099-01-01T00:00:00.000+0000\"}",
                "application/json");

        assertThat(retried.status()).as(retried.response().body()).isEqualTo(204);
        assertThat(job(timer).getDuedate().toInstant()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
    }

    // A retry by hand runs now

    /** Cockpit's dialog preselects "Keep due date", and then sends no due date. */
    @Test
    void aJobThatFailedIsRetriedNowWhateverItsDueDateWas() {
        for (WebApp user : List.of(operator, admin)) {
            Job failed = failedAndDueInAQuarterOfAnHour();

            Reply retried = user.send("PUT", path(failed) + "/retries", RETRIES, "application/json");

            assertThat(retried.status()).as(retried.response().body()).isEqualTo(204);
            assertThat(job(failed).getRetries()).isEqualTo(3);
            assertDue(failed);
        }
    }

    @Test
    void allFailedJobsOfAStepAreRetriedNow() {
        Job failed = failedAndDueInAQuarterOfAnHour();
        Job waiting = timerOf(reviews.reviewOf(reviews.task("appeal-review")));

        Reply retried = operator.send(
                "PUT",
                ENGINE + "/job-definition/" + failed.getJobDefinitionId() + "/retries",
                RETRIES,
                "application/json");

        assertThat(retried.status()).as(retried.response().body()).isEqualTo(204);
        assertDue(failed);
        assertUnchanged(waiting);
    }

    @Test
    void whoUsesUpTheRetriesOfAFailedJobMovesNothing() {
        Job failed = failedAndDueInAQuarterOfAnHour();
        jobs.setJobRetries(failed.getId(), 2);

        assertThat(operator.send("PUT", path(failed) + "/retries", "{\"retries\":0}", "application/json")
                        .status())
                .isIn(204, 403);

        assertThat(job(failed).getDuedate()).isEqualTo(failed.getDuedate());
    }

    @Test
    void anAdministratorWhoSetsTheRetriesOfATimerDoesNotMoveIt() {
        Job timer = timer();

        assertThat(admin.send("PUT", path(timer) + "/retries", RETRIES, "application/json")
                        .status())
                .isEqualTo(204);

        assertThat(job(timer).getDuedate()).isEqualTo(timer.getDuedate());
    }

    /** The job executor must not run it: it is suspended. */
    private Job failedAndDueInAQuarterOfAnHour() {
        Job timer = timerOf(reviews.reviewOf(reviews.task("appeal-review")));
        jobs.suspendJobById(timer.getId());
        jobs.setJobRetries(timer.getId(), 0);
        jobs.setJobDuedate(timer.getId(), Date.from(Instant.now().plus(15, ChronoUnit.MINUTES)));
        return job(timer);
    }

    private void assertDue(Job retried) {
        assertThat(job(retried).getDuedate().toInstant()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void anAdministratorMovesATimer() {
        Job timer = timer();

        Reply moved = admin.send(
                "PUT",
                path(timer) + "/retries",
                "{\"retries\":3,\"dueDate\":\"2099-01-01T00:00:00.000+0000\"}",
                "application/json");

        assertThat(moved.status()).as(moved.response().body()).isEqualTo(204);
        assertThat(job(timer).getDuedate().toInstant()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
    }

    // An instance is an application

    @Test
    void nobodyDeletesAnInstance() {
        String instances = "{\"processInstanceIds\":[\"" + review + "\"]}";
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(review)
                .singleResult()
                .getProcessDefinitionId();
        String deployment = jdbc.sql("select deployment_id_ from act_re_procdef where id_ = ?")
                .param(definition)
                .query(String.class)
                .single();

        for (Reply refused : List.of(
                delete("/process-instance/" + review),
                admin.post(ENGINE + "/process-instance/delete", instances),
                delete("/process-definition/" + definition + "?cascade=true"),
                delete("/process-definition/key/review-by-people?cascade=true"),
                delete("/deployment/" + deployment + "?cascade=true"))) {
            assertThat(refused.status()).as(refused.response().body()).isEqualTo(403);
            assertThat(refused.at("/message")).contains("can withdraw it");
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(review)
                        .count())
                .isEqualTo(1);
    }

    private Reply delete(String path) {
        return admin.send("DELETE", ENGINE + path, "", "application/json");
    }

    private Job timer() {
        return timerOf(review);
    }

    private Job timerOf(String instance) {
        return jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId("EscalationDue")
                .singleResult();
    }

    private Job job(Job before) {
        return jobs.createJobQuery().jobId(before.getId()).singleResult();
    }

    private void assertUnchanged(Job timer) {
        Job now = job(timer);
        assertThat(now.getDuedate()).isEqualTo(timer.getDuedate());
        assertThat(now.getRetries()).isEqualTo(timer.getRetries());
    }

    private static String path(Job job) {
        return ENGINE + "/job/" + job.getId();
    }
}
