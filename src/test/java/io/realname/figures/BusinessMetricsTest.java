package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.realname.app.Applicant;
import io.realname.app.Door;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.privacy.LogRecorder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The metrics, as a scrape shows them. Other tests use the same app, so each test compares two scrapes. */
@RealnameTest
class BusinessMetricsTest {

    private static final People PEOPLE = People.of(9600, 9619);

    @Autowired
    private Walk walk;

    @Autowired
    private Figures figures;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private PriceProperties prices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void applicationsAreCountedFromStartToOutcomeAndLoggedWithoutAName() {
        Applicant applicant = PEOPLE.next();
        Scrape before = scrape();
        String id;
        String log;
        try (LogRecorder recorder = LogRecorder.attach()) {
            id = walk.verified(walk.typed(), applicant);
            log = recorder.text();
        }
        Scrape after = scrape();

        assertThat(after.sum("realname_applications_started_total", "kind=\"NEW_USER\"")
                        - before.sum("realname_applications_started_total", "kind=\"NEW_USER\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(increase(before, after, "realname_applications_ended_total", "NEW_USER\"", "outcome=\"VERIFIED\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(increase(
                        before, after, "realname_applications_duration_seconds_bucket", "NEW_USER\"", "le=\"60.0\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(log)
                .contains("Application " + id + " has started: NEW_USER")
                .contains("Application " + id + " has ended: NEW_USER, VERIFIED")
                .doesNotContain(applicant.account(), applicant.name(), applicant.mobile());
    }

    /** A start that is refused has counted nothing: its transaction was rolled back. */
    @Test
    void whatWasRolledBackDoesNotCount() {
        Applicant applicant = walk.known(PEOPLE.next());
        Door door = walk.typed();
        walk.waitingForCode(door, applicant);
        String log;
        try (LogRecorder recorder = LogRecorder.attach()) {
            assertThat(door.start(applicant.application()).at("/code")).isEqualTo("APPLICATION_IN_PROGRESS");
            log = recorder.text();
        }
        assertThat(log.lines().filter(line -> line.contains("has started")))
                .as("no other test runs in this app at the same time")
                .isEmpty();
    }

    @Test
    void codesAreCountedByWhatCameOfThem() {
        Applicant applicant = walk.known(PEOPLE.next());
        Applicant limited = walk.known(PEOPLE.nextWithMobileEnding("0005"));
        Door door = walk.typed();
        Scrape before = scrape();

        String id = walk.waitingForCode(door, applicant);
        assertThat(door.submitCode(id, walk.wrongCode(applicant.mobile())).status())
                .isEqualTo(422);
        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
        walk.settled(walk.started(door, limited));
        Scrape after = scrape();

        assertThat(increase(before, after, "realname_codes_sent_total", "NEW_USER\"", "result=\"accepted\""))
                .isEqualTo(1);
        assertThat(increase(before, after, "realname_codes_sent_total", "NEW_USER\"", "result=\"frequency_limited\""))
                .isEqualTo(1);
        assertThat(increase(before, after, "realname_codes_typed_total", "NEW_USER\"", "verdict=\"wrong\""))
                .isEqualTo(1);
        assertThat(increase(before, after, "realname_codes_typed_total", "NEW_USER\"", "verdict=\"right\""))
                .isEqualTo(1);
    }

    @Test
    void billedCallsAreThoseOfTheDatabase() {
        Scrape before = scrape();
        String id = walk.verified(walk.typed(), PEOPLE.next());
        Scrape after = scrape();

        assertThat(increase(before, after, "realname_billed_calls_today", "bank_card_check\"", "answer=\"decided\""))
                .isEqualTo(1);
        assertThat(increase(before, after, "realname_billed_calls_month", "call=\"sms\""))
                .isEqualTo(1);
        assertThat(increase(before, after, "realname_billed_cost_today_yuan", "bank_card_check\""))
                .as("0.6 yuan for a check in application.yaml of the tests")
                .isCloseTo(0.6, within(1e-6));

        jdbc.sql("update bank_card_check set state = 'LOST' where application = ?::uuid")
                .param(id)
                .update();
        assertThat(increase(before, scrape(), "realname_billed_calls_today", "bank_card_check\"", "answer=\"lost\""))
                .isEqualTo(1);
        jdbc.sql("update bank_card_check set state = 'DECIDED' where application = ?::uuid")
                .param(id)
                .update();
    }

    /** A day and a month are China's; the days before today are counted once an hour. */
    @Test
    void aCallOfYesterdayIsNotOneOfToday() {
        String id = walk.verified(walk.typed(), PEOPLE.next());
        double todayBefore = billed("realname.billed.calls.today");
        double monthBefore = billed("realname.billed.calls.month");
        jdbc.sql("""
                        update bank_card_check
                        set reserved_at = date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'
                                          - interval '1 second'
                        where application = ?::uuid
                        """).param(id).update();
        boolean first = LocalDate.now(ZoneId.of("Asia/Shanghai")).getDayOfMonth() == 1;

        assertThat(todayBefore - billed("realname.billed.calls.today")).isEqualTo(1);
        assertThat(monthBefore - billed("realname.billed.calls.month")).isEqualTo(first ? 1 : 0);
        jdbc.sql("update bank_card_check set reserved_at = now() where application = ?::uuid")
                .param(id)
                .update();
    }

    /** As a node counts that has just started. */
    private double billed(String meter) {
        return new BilledCallFigures(jdbc, prices)
                .read().stream()
                        .filter(figure -> figure.meter().name().equals(meter)
                                && figure.tags().stream()
                                        .anyMatch(tag -> tag.getValue().equals("bank_card_check")))
                        .mapToDouble(Figure::value)
                        .sum();
    }

    @Test
    void tasksAreCountedByStep() {
        Scrape before = scrape();
        int n = PEOPLE.number();
        String id = walk.withPassportPictures(walk.typed(), Applicant.number(n), n, "FRA");
        Scrape open = scrape();

        assertThat(increase(before, open, "realname_tasks_open", "step=\"FirstReview\""))
                .isEqualTo(1);
        assertThat(increase(before, open, "realname_tasks_unclaimed", "step=\"FirstReview\""))
                .isEqualTo(1);
        assertThat(increase(before, open, "realname_tasks_overdue", "step=\"FirstReview\""))
                .isZero();
        assertThat(open.sum("realname_tasks_oldest_age_seconds", "step=\"FirstReview\""))
                .isPositive();

        Task task = instances(id)
                .flatMap(instance -> tasks.createTaskQuery().processInstanceId(instance).list().stream())
                .findFirst()
                .orElseThrow();
        task.setDueDate(new Date(System.currentTimeMillis() - 60_000));
        task.setPriority(100);
        tasks.saveTask(task);
        Scrape late = scrape();

        assertThat(increase(before, late, "realname_tasks_overdue", "step=\"FirstReview\""))
                .isEqualTo(1);
        assertThat(increase(before, late, "realname_tasks_escalated", "step=\"FirstReview\""))
                .isEqualTo(1);
        walk.mall().delete("/api/v1/verifications/" + id);
        assertThat(increase(before, scrape(), "realname_tasks_open", "step=\"FirstReview\""))
                .isZero();
    }

    @Test
    void jobsWithoutRetriesAreCountedByStep() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(walk.typed(), applicant);
        Job deadline = jobs(id).get(0);
        Scrape before = scrape();

        management.setJobRetries(deadline.getId(), 0);
        Scrape after = scrape();

        assertThat(increase(before, after, "realname_engine_incidents", "step=\"ConfirmationDeadline\""))
                .isEqualTo(1);
        management.setJobRetries(deadline.getId(), 3);
        assertThat(increase(before, scrape(), "realname_engine_incidents", "step=\"ConfirmationDeadline\""))
                .isZero();
    }

    @Test
    void frozenAccountsAreThoseOfNow() {
        String id = walk.verified(walk.typed(), PEOPLE.next());
        Scrape before = scrape();
        jdbc.sql(
                        "insert into enterprise (application, type, frozen_until) values (?::uuid, 'COMPANY', now() + interval '1 hour')")
                .param(id)
                .update();
        assertThat(increase(before, scrape(), "realname_accounts_frozen")).isEqualTo(1);
        jdbc.sql("update enterprise set frozen_until = now() where application = ?::uuid")
                .param(id)
                .update();
        assertThat(increase(before, scrape(), "realname_accounts_frozen")).isZero();
        jdbc.sql("delete from enterprise where application = ?::uuid").param(id).update();
    }

    @Test
    void theScannerAndTheRequestsAreSeen() {
        Scrape scrape = scrape();

        assertThat(scrape.sum("realname_scanner_up")).isEqualTo(1);
        assertThat(scrape.sum("realname_figures_read_timestamp_seconds", "family=\"tasks\""))
                .isCloseTo(System.currentTimeMillis() / 1000.0, within(30.0));
        assertThat(scrape.sum("hikaricp_connections_max", "pool=\"autonomous\""))
                .isEqualTo(4);
        walk.mall().get("/api/v1/banks");
        assertThat(scrape().sum("http_server_requests_seconds_bucket", "uri=\"/api/v1/banks\"", "le=\"+Inf\""))
                .isPositive();
    }

    private Stream<String> instances(String id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                .map(instance -> instance.getId())
                .flatMap(root -> runtime.createProcessInstanceQuery().rootProcessInstanceId(root).list().stream()
                        .map(instance -> instance.getId()));
    }

    private List<Job> jobs(String id) {
        return instances(id)
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).list().stream())
                .toList();
    }

    private Scrape scrape() {
        figures.readAgain();
        return Scrape.of(walk.port());
    }

    private static double increase(Scrape before, Scrape after, String metric, String... labels) {
        return after.sum(metric, labels) - before.sum(metric, labels);
    }
}
