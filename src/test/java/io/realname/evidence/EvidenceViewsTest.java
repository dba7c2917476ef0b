package io.realname.evidence;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.doors.WebApp;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever sees a piece of evidence holds the task at that moment, and the trail says that they saw it. */
@RealnameTest
class EvidenceViewsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String REVIEWER = "viewer8230";
    private static final String COLLEAGUE = "viewer8231";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private EvidenceIntake intake;

    @Autowired
    private EvidenceFolder folder;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private WebApp reviewer;

    @BeforeEach
    void logIn() {
        reviews.person(REVIEWER, "appeal-review");
        reviews.person(COLLEAGUE, "appeal-review");
        reviewer = reviews.loggedIn(walk.port(), REVIEWER);
    }

    @Test
    void eachPageThatIsServedIsInTheTrail() throws IOException {
        UUID application = application(8230);
        UUID pdf = add(application, pdf(2));
        String task = claimed(application);

        Reply second = reviewer.get(path(task, pdf) + "?page=1");

        assertThat(second.status()).as(second.response().body()).isEqualTo(200);
        assertThat(second.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(second.header("Cache-Control")).isEqualTo("no-store");
        assertThat(views(application)).singleElement().satisfies(view -> {
            assertThat(view.actor()).isEqualTo("user:" + REVIEWER);
            assertThat(view.facts())
                    .isEqualTo(Map.of("evidence", pdf.toString(), "page", "1", "review", reviews.reviewOf(task)));
        });
        assertProblem(reviewer.get(path(task, pdf) + "?page=2"), 404, "NOT_FOUND");
        assertProblem(reviewer.get(path(task, pdf) + "?page=-1"), 404, "NOT_FOUND");
        assertThat(views(application)).hasSize(1);
        assertThat(reviewer.get(path(task, pdf)).status()).isEqualTo(200);
        assertThat(views(application))
                .extracting(view -> view.facts().get("page"))
                .containsExactly("1", "0");
    }

    /** The entry stands before the picture leaves: no entry, no picture. */
    @Test
    void nothingIsServedThatCannotBePutOnTheTrail() throws IOException {
        UUID application = application(8231);
        UUID item = add(application, pdf(1));
        String task = claimed(application);

        jdbc.sql("create function no_views() returns trigger language plpgsql as "
                        + "$$ begin raise exception 'no views'; end $$")
                .update();
        jdbc.sql("create trigger no_views before insert on audit_entry for each row when (new.application = '"
                        + application + "' and new.event = 'EVIDENCE_VIEWED') execute function no_views()")
                .update();
        try {
            Reply reply = reviewer.get(path(task, item));
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.header("Content-Type")).doesNotStartWith("image/");
        } finally {
            jdbc.sql("drop function no_views cascade").update();
        }
        assertThat(views(application)).isEmpty();
    }

    @Test
    void fileOfAnotherApplicationIsNotFound() throws IOException {
        UUID other = application(8232);
        UUID item = add(other, pdf(1));
        UUID application = application(8233);
        String task = claimed(application);

        assertProblem(reviewer.get(path(task, item)), 404, "NOT_FOUND");
        assertThat(views(other)).isEmpty();
        assertThat(views(application)).isEmpty();
    }

    @Test
    void whoHoldsTheTaskNoMoreSeesNothing() throws IOException {
        UUID application = application(8234);
        UUID item = add(application, pdf(1));
        String task = claimed(application);
        assertThat(reviewer.post(ENGINE + "/task/" + task + "/unclaim", "{}").status())
                .isEqualTo(204);
        assertProblem(reviewer.get(path(task, item)), 403, "FORBIDDEN");

        WebApp colleague = reviews.loggedIn(walk.port(), COLLEAGUE);
        claim(colleague, COLLEAGUE, task);
        assertProblem(reviewer.get(path(task, item)), 403, "FORBIDDEN");

        assertThat(colleague
                        .post(
                                ENGINE + "/task/" + task + "/complete",
                                "{\"variables\":{\"decision\":{\"type\":\"String\",\"value\":\"REJECT\","
                                        + "\"valueInfo\":{\"transient\":true}},\"reason\":{\"type\":\"String\",\"value\":\"OTHER\","
                                        + "\"valueInfo\":{\"transient\":true}}}}")
                        .status())
                .isEqualTo(204);
        assertProblem(colleague.get(path(task, item)), 404, "NOT_FOUND");
        assertProblem(reviewer.get(path(task, item)), 404, "NOT_FOUND");
        assertThat(views(application)).isEmpty();
    }

    /** The form tells how many pages there are without opening any; those of earlier versions are counted. */
    @Test
    void pagesAreKnownWithoutTheContent() throws IOException {
        UUID application = application(8235);
        UUID counted = add(application, pdf(3));
        UUID earlier = add(application, pdf(2));
        jdbc.sql("delete from evidence_content where evidence = ?")
                .param(counted)
                .update();
        jdbc.sql("update evidence set pages = null where id = ?").param(earlier).update();

        Reply form = reviewer.get("/review/tasks/" + claimed(application));

        assertThat(form.status()).as(form.response().body()).isEqualTo(200);
        assertThat(form.at("/evidence/0/pages")).isEqualTo("3");
        assertThat(form.at("/evidence/1/pages")).isEqualTo("2");
        assertThat(views(application)).as("pages are counted, not seen").isEmpty();
    }

    private UUID application(int number) {
        return UUID.fromString(walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(number))));
    }

    private UUID add(UUID application, byte[] file) {
        var examined = intake.examine(List.of(new Upload(EvidenceKind.OTHER, file)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> folder.add(application, examined));
        List<EvidenceItem> items = folder.of(application);
        return items.get(items.size() - 1).id();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private String claimed(UUID application) {
        String task = reviews.task("appeal-review", application.toString());
        claim(reviewer, REVIEWER, task);
        return task;
    }

    private static void claim(WebApp app, String login, String task) {
        assertThat(app.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}")
                        .status())
                .isEqualTo(204);
    }

    private static String path(String task, UUID item) {
        return "/review/tasks/" + task + "/evidence/" + item;
    }

    private List<AuditEntry> views(UUID application) {
        return trail.of(application).stream()
                .filter(entry -> entry.event() == AuditEvent.EVIDENCE_VIEWED)
                .toList();
    }
}
