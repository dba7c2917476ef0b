package io.realname.desk;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the holder of a task types is stored, sealed, for the holder alone, as long as the task exists. */
@RealnameTest
class ReviewDraftTest {

    private static final String GROUP = "appeal-review";
    private static final String FIRST = "drafter8290";
    private static final String SECOND = "drafter8291";
    private static final String DRAFT = """
            {"decision":"ASK","reason":null,"missing":["other"],"answer":"Please show page two.","note":"looks forged"}""";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private WebApp first;
    private String task;
    private String path;

    @BeforeEach
    void claim() {
        first = desk.reviewer(FIRST, GROUP);
        task = reviews.task(GROUP);
        path = "/review/tasks/" + task;
        assertThat(desk.claim(first, FIRST, task).status()).isEqualTo(204);
    }

    @Test
    void isBackInAnotherSession() {
        assertThat(first.get(path).body().at("/draft").isNull()).isTrue();
        assertThat(save(first, DRAFT).status()).isEqualTo(204);

        Reply again = reviews.loggedIn(walk.port(), FIRST).get(path);

        assertThat(again.at("/draft/content/decision")).isEqualTo("ASK");
        assertThat(again.at("/draft/content/missing/0")).isEqualTo("other");
        assertThat(again.at("/draft/content/note")).isEqualTo("looks forged");
        assertThat(again.at("/draft/savedAt")).isNotEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from review_draft where review = ? and position('forged'::bytea in content) > 0")
                        .param(reviews.reviewOf(task))
                        .query(Integer.class)
                        .single())
                .as("in plain")
                .isZero();
    }

    @Test
    void anEmptyOneIsNone() {
        save(first, DRAFT);

        assertThat(save(first, "{\"decision\":null,\"missing\":[],\"note\":\"  \"}")
                        .status())
                .isEqualTo(204);

        assertThat(first.get(path).body().at("/draft").isNull()).isTrue();
    }

    /** A colleague who takes the task over starts anew. An author who gets the task back finds the draft. */
    @Test
    void isItsAuthorsAlone() {
        save(first, DRAFT);
        reviews.handBack(task);
        WebApp second = desk.reviewer(SECOND, GROUP);
        assertThat(desk.claim(second, SECOND, task).status()).isEqualTo(204);

        assertThat(second.get(path).body().at("/draft").isNull()).isTrue();
        assertProblem(save(first, DRAFT), 403, "FORBIDDEN");

        reviews.handBack(task);
        assertThat(desk.claim(first, FIRST, task).status()).isEqualTo(204);
        assertThat(first.get(path).at("/draft/content/answer")).isEqualTo("Please show page two.");
    }

    @Test
    void isGoneWithTheTask() {
        save(first, DRAFT);
        String review = reviews.reviewOf(task);
        reviews.cancel(review);

        assertThat(drafts(review)).isZero();
        assertProblem(save(first, DRAFT), 404, "NOT_FOUND");
    }

    @Test
    void noForeignPageSavesOne() {
        assertProblem(first.withoutToken().send("PUT", path + "/draft", DRAFT, "application/json"), 403, "FORBIDDEN");
        assertProblem(
                WebApp.open(walk.port()).send("PUT", path + "/draft", DRAFT, "application/json"), 401, "UNAUTHORIZED");
        assertProblem(first.send("PUT", path + "/draft", DRAFT, "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(first.get(path).body().at("/draft").isNull()).isTrue();
    }

    @Test
    void whatTheFormWouldNotTakeIsRefused() {
        Reply tooLong = save(first, "{\"missing\":[],\"note\":\"" + "n".repeat(2001) + "\"}");

        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.response().body()).doesNotContain("nnn");
        assertThat(save(first, "[1]").status()).isEqualTo(400);
    }

    private int drafts(String review) {
        return jdbc.sql("select count(*) from review_draft where review = ?")
                .param(review)
                .query(Integer.class)
                .single();
    }

    private Reply save(WebApp reviewer, String draft) {
        return reviewer.send("PUT", path + "/draft", draft, "application/json");
    }
}
