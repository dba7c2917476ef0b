package io.realname.desk;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the form in Tasklist reads: a summary before the claim, everything after it, and nothing for anybody else. */
@RealnameTest
class ReviewPagesTest {

    private static final People PEOPLE = People.of(8250, 8259);
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    private final Applicant applicant = Applicant.number(8220);
    private WebApp reviewer;
    private WebApp colleague;
    private WebApp senior;

    @BeforeEach
    void everybodyIsLoggedIn() {
        reviews.person("reader8220", "appeal-review");
        reviews.person("reader8221", "appeal-review");
        reviews.person("reader8222", "senior-review");
        reviewer = reviews.loggedIn(walk.port(), "reader8220");
        colleague = reviews.loggedIn(walk.port(), "reader8221");
        senior = reviews.loggedIn(walk.port(), "reader8222");
    }

    @Test
    void everythingIsForTheHolderAlone() {
        String application = walk.started(Entrance.TYPED.of(walk.mall()), walk.known(applicant));
        String task = reviews.task("appeal-review", application);
        String path = "/review/tasks/" + task;

        Reply summary = reviewer.get(path);
        assertThat(summary.status()).isEqualTo(200);
        assertThat(summary.at("/application/id")).isEqualTo(application);
        assertThat(summary.body().fieldNames()).toIterable().containsExactly("application", "lentTo");
        assertThat(summary.at("/application/step")).isEqualTo("FIRST");

        assertThat(reviewer.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"reader8220\"}")
                        .status())
                .isEqualTo(204);
        Reply all = reviewer.get(path + "?lang=zh-CN");
        assertThat(all.status()).as(all.response().body()).isEqualTo(200);
        assertThat(all.at("/applicant/realName")).isEqualTo(applicant.name());
        assertThat(all.body().at("/decisions")).hasSize(3);
        assertThat(all.header("Cache-Control")).isEqualTo("no-store");
        assertThat(all.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(all.response().body()).doesNotContain(applicant.residentId(), applicant.mobile(), applicant.pan());

        assertProblem(colleague.get(path), 403, "FORBIDDEN");
        assertProblem(senior.get(path), 404, "NOT_FOUND");
        assertProblem(walk.mall().get(path), 401, "UNAUTHORIZED");
        assertThat(colleague.get(path + "?lang=zh-CN").at("/detail"))
                .isNotEqualTo(colleague.get(path + "?lang=en").at("/detail"));
    }

    @Test
    void evidenceIsForTheHolderAloneToo() {
        String task = reviews.task(
                "appeal-review", walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(8221))));
        String path = "/review/tasks/" + task + "/evidence/" + UUID.randomUUID();

        assertProblem(reviewer.get(path), 403, "FORBIDDEN");
        assertThat(reviewer.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"reader8220\"}")
                        .status())
                .isEqualTo(204);
        assertProblem(reviewer.get(path), 404, "NOT_FOUND");
        assertProblem(colleague.get(path), 403, "FORBIDDEN");
        assertProblem(senior.get(path), 404, "NOT_FOUND");
        assertProblem(walk.mall().get(path), 401, "UNAUTHORIZED");
    }

    /** The session continues, but it shows nothing more. */
    @Test
    void whoeverLeavesTheGroupReadsNothingMore() {
        reviews.person("leaver8223", "appeal-review");
        reviews.person("leaver8224", "appeal-review");

        assertReadsNothingAfter("leaver8223", () -> reviews.leaves("leaver8223", "appeal-review"));
        assertReadsNothingAfter("leaver8224", () -> reviews.isDeleted("leaver8224"));
    }

    private void assertReadsNothingAfter(String login, Runnable change) {
        Appellant appellant = Appellant.of(walk, PEOPLE, "JD_MALL");
        Reply filed = walk.mall()
                .upload(
                        "/api/v1/appeals",
                        appellant.form(
                                appellant.notMyOperation(),
                                List.of(Appellant.FRONT, Appellant.BACK, Appellant.HOLDING, Appellant.CERTIFICATE)));
        WebApp leaver = reviews.loggedIn(walk.port(), login);
        String task = reviews.taskOf(filed.at("/id"));
        assertThat(leaver.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}")
                        .status())
                .isEqualTo(204);
        String view = "/review/tasks/" + task;
        String picture = view + "/evidence/" + leaver.get(view).at("/evidence/0/id");
        assertThat(leaver.get(picture).status()).isEqualTo(200);

        change.run();

        assertProblem(leaver.get(view), 404, "NOT_FOUND");
        assertProblem(leaver.get(picture), 404, "NOT_FOUND");
    }

    @Test
    void itIsReadOnly() {
        String path = "/review/tasks/" + reviews.task("appeal-review");

        assertThat(reviewer.post(path, "{}").status()).isEqualTo(403);
        assertThat(reviewer.send("DELETE", path, "", "application/json").status())
                .isEqualTo(403);
        assertProblem(reviewer.get("/review/tasks/none"), 404, "NOT_FOUND");
        assertThat(reviewer.get("/review").status()).isEqualTo(403);
    }
}
