package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the form in Tasklist reads: a summary before the claim, everything after it, and nothing for anybody else. */
@RealnameTest
@Import(OpenReviews.class)
class ReviewPagesTest {

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
        assertThat(summary.body()).hasSize(1);
        assertThat(summary.at("/application/step")).isEqualTo("FIRST");

        assertThat(reviewer.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"reader8220\"}")
                        .status())
                .isEqualTo(204);
        Reply all = reviewer.get(path + "?lang=zh-CN");
        assertThat(all.status()).as(all.response().body()).isEqualTo(200);
        assertThat(all.at("/applicant/realName")).startsWith("*");
        assertThat(all.body().at("/decisions")).hasSize(3);
        assertThat(all.header("Cache-Control")).isEqualTo("no-store");
        assertThat(all.header("X-Content-Type-Options")).isEqualTo("nosniff");
        Problems.assertNothingPersonalIn(all, applicant);

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
