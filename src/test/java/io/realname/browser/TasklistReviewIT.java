package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.realname.app.Applicant;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.process.ReviewByPeople;
import io.realname.dev.SpecimenPictures;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceIntake;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Upload;
import io.realname.people.TestPeople;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A reviewer at work in Tasklist, on a small screen. Pictures in {@code target/screenshots}. */
@BrowserTest
@RealnameTest
class TasklistReviewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String REVIEWER = "reviewer8230";
    private static final String COLLEAGUE = "reviewer8231";
    private static final String ANSWER = "Please send the back of the document. 请上传证件反面。";

    @Autowired
    private Walk walk;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EvidenceIntake intake;

    @Autowired
    private EvidenceFolder folder;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Browser browser = Browsers.running();

    @BeforeEach
    void peopleReview() {
        for (String login : List.of(REVIEWER, COLLEAGUE)) {
            if (identities.createUserQuery().userId(login).count() == 0) {
                var user = identities.newUser(login);
                user.setFirstName(login);
                user.setLastName("Test");
                user.setPassword(login + "-secret");
                ((IdentityServiceImpl) identities).saveUser(user, true);
                identities.createMembership(login, "enterprise-review");
            }
        }
    }

    @Test
    void aReviewerClaimsReadsAndDecides() {
        Applicant applicant = Applicant.number(8230);
        String application = walk.started(Entrance.TYPED.of(walk.mall()), walk.known(applicant));
        String task = task(application);
        Page page = opened("en-US", "Unassigned", task);
        Locator form = page.locator("form.review");
        assertThat(form).containsText("Claim the task to see the application");
        assertThat(form).not().containsText("****");
        screenshot(page, "1-unclaimed");
        page.locator("button.claim").click();
        assertThat(form.locator("fieldset.decision")).isVisible();
        assertThat(form)
                .containsText(applicant.mobile().substring(0, 3) + "****"
                        + applicant.mobile().substring(7));
        assertThat(form.locator("td.stated").first()).hasText(applicant.name());
        assertThat(form).not().containsText(applicant.residentId());
        Cut.assertNothing(page);
        screenshot(page, "2-claimed");

        Locator complete = form.locator("button.complete");
        complete.click();
        assertThat(form.locator("[data-field=decision] .error")).containsText("Please decide");
        form.locator("input[value=REJECT]").check();
        complete.click();
        assertThat(form.locator("[data-field=reason] .error")).containsText("A rejection needs its reason");
        form.locator("input[value=ASK]").check();
        complete.click();
        assertThat(form.locator("[data-field=answer] .error")).containsText("which evidence is missing");
        screenshot(page, "3-refused");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);

        form.locator("#review-answer").fill(ANSWER);
        form.locator("#review-note").fill("blurred");
        complete.click();
        await().atMost(PATIENCE)
                .until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        assertThat(jdbc.sql("select decision from review_vote where application = ?")
                        .param(UUID.fromString(application))
                        .query(String.class)
                        .single())
                .isEqualTo("ASK");
        assertThat(page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('camForm'))"))
                .as("what is kept in the browser")
                .isEqualTo(List.of());
    }

    /** With one picture and a number: no scrolling, and five clicks at the most. */
    @ParameterizedTest
    @CsvSource({"en-US, Unassigned, 9464, 1366, 768", "zh-CN, 待认领, 9465, 1920, 1080"})
    void aYesTakesFewClicks(String language, String filter, int n, int width, int height) {
        Door door = Entrance.TYPED.of(walk.mall());
        String application = door.idOf(door.start(passport(n, n, "DEU")));
        add(application, EvidenceKind.DOCUMENT_FRONT);
        String task = task(application);
        Page page = logIn(language, filter);
        page.setViewportSize(width, height);
        openTask(page, task);
        Locator form = page.locator("form.review");
        AtomicInteger clicks = new AtomicInteger();
        page.exposeFunction("clicked", arguments -> clicks.incrementAndGet());
        page.evaluate("() => document.addEventListener('pointerdown', () => window.clicked(), true)");

        page.locator("button.claim").click();
        assertThat(form.locator(".pane img")).isVisible();
        assertThat(form.locator(".pieces button")).hasText(Pattern.compile("^✓ "));
        assertThat(form.locator("#review-reading-APPLICANT")).isFocused();
        for (String seen : List.of(
                ".pane img", "td.stated >> nth=0", "td.stated >> nth=1", "input[value=APPROVE]", "button.complete")) {
            assertThat(form.locator(seen)).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        }
        screenshot(page, "6-yes-" + language);
        page.keyboard().type(TestPeople.passport(n));
        page.keyboard().press("Tab");
        page.keyboard().type("d");
        page.keyboard().press("Enter");
        assertThat(form.locator(".reading output")).hasClass(Pattern.compile("same"));
        form.locator("input[value=APPROVE]").check();
        form.locator("button.complete").click();

        await().atMost(PATIENCE)
                .until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        assertThat(form).hasCount(0);
        assertThat(clicks.get()).isLessThanOrEqualTo(5);
    }

    @Test
    void aYesWithoutALookIsRefusedBesideTheField() {
        Door door = Entrance.TYPED.of(walk.mall());
        String application = door.idOf(door.start(passport(9466, 9466, "DEU")));
        add(application, EvidenceKind.DOCUMENT_FRONT);
        add(application, EvidenceKind.HOLDING_DOCUMENT);
        String task = task(application);
        Page page = opened("en-US", "Unassigned", task);
        page.locator("button.claim").click();
        Locator form = page.locator("form.review");
        Locator error = form.locator("[data-field=decision] .error");

        form.locator("input[value=APPROVE]").check();
        assertThat(form.locator("[data-field=answer]")).isHidden();
        form.locator("button.complete").click();
        assertThat(error).containsText("open every page");
        page.keyboard().press("PageDown");
        assertThat(form.locator(".pieces button").last()).hasText(Pattern.compile("^✓ "));
        form.locator("button.complete").click();
        assertThat(error).containsText("read the document number off");
        form.locator("#review-reading-APPLICANT").fill(TestPeople.passport(9466));
        form.locator("input.country").fill("FRA");
        form.locator("input.country").press("Enter");
        assertThat(form.locator(".reading output")).containsText("country ✗ differs");
        form.locator("button.complete").click();
        assertThat(error).containsText("read the document number off");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);

        form.locator("button.back").click();
        assertThat(form.locator("dialog")).isHidden();
        assertThat(page.locator(".tasks-list .task").first()).isVisible();
        form.locator("button.open").click();
        assertThat(form.locator("input[value=APPROVE]")).isChecked();
    }

    /** axe finds what people with a screen reader, or without a mouse, stumble over. */
    @ParameterizedTest
    @CsvSource({"en-US, Unassigned, 9467", "zh-CN, 待认领, 9468"})
    void nothingSeriousStandsInAnybodysWay(String language, String filter, int n) {
        Door door = Entrance.TYPED.of(walk.mall());
        String application = door.idOf(door.start(passport(n, n, "DEU")));
        add(application, EvidenceKind.DOCUMENT_FRONT);
        add(application, EvidenceKind.HOLDING_DOCUMENT);
        String task = task(application);
        Page page = logIn(language, filter);
        assertThat(page.locator(".count-of-filter").first()).isAttached();
        assertThat(page.locator("[data-region=task].region-toggle")).hasAttribute("aria-label", Pattern.compile("."));
        assertThat(serious(page)).as("the list").isEqualTo(List.of());

        openTask(page, task);
        assertThat(page.locator("form.review")).isVisible();
        assertThat(serious(page)).as("an unclaimed task").isEqualTo(List.of());
        page.locator("button.claim").click();
        assertThat(page.locator(".pane img")).isVisible();
        for (String decision : List.of("REJECT", "ASK", "APPROVE")) {
            page.locator("input[value=" + decision + "]").check();
            page.locator("button.complete").click();
            assertThat(serious(page)).as("the case, " + decision).isEqualTo(List.of());
        }
        page.locator("button.beside").click();
        assertThat(serious(page)).as("two side by side").isEqualTo(List.of());
    }

    private static List<String> serious(Page page) {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().stream()
                        .filter(found -> Set.of("serious", "critical").contains(found.getImpact()))
                        .flatMap(found -> found.getNodes().stream().map(node -> found.getId() + ": " + node.getHtml()))
                        .toList();
    }

    /** From the first login to the second case: nobody looks for work. */
    @Test
    void oneCaseLeadsToTheNext() {
        List<String> waiting = List.of(
                task(walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(8235))), "PT1M"),
                task(walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(8236))), "PT2M"));
        tasks.createTaskQuery().taskAssignee(REVIEWER).list().forEach(held -> tasks.setAssignee(held.getId(), null));
        Page page = logIn("en-US", "Unassigned");

        Locator filters = page.locator(".task-filters .task-filter");
        assertThat(filters.nth(1)).hasClass(Pattern.compile("active"));
        assertThat(filters.nth(0).locator(".count-of-filter")).hasText(" (0)");
        assertThat(filters.nth(2).locator(".count-of-filter")).hasText(Pattern.compile("[0-9]+"));
        screenshot(page, "7-work");
        openTask(page, waiting.get(0));
        page.locator("button.claim").click();
        Locator form = page.locator("form.review");
        form.locator("input[value=REJECT]").check();
        form.locator("#review-reason").selectOption("OTHER");
        form.locator("button.complete").click();
        Locator next = page.locator(".realname-next");
        assertThat(next).containsText("Your decision is stored");
        screenshot(page, "8-next");
        page.locator(".realname-links button").first().click();
        Locator decided = page.locator("dialog.realname-team");
        assertThat(decided).containsText("My decisions in 30 days");
        assertThat(decided.locator("tbody tr").first()).containsText("rejected");
        assertThat(serious(page)).as("my decisions").isEqualTo(List.of());
        screenshot(page, "9-decisions");
        page.keyboard().press("Escape");
        assertThat(page.locator(".realname-links button")).hasCount(1);
        next.locator("button.btn-primary").click();

        assertThat(form.locator("dialog")).isVisible();
        assertThat(next).hasCount(0);
        assertThat(page.url()).contains(waiting.get(1));
        assertThat(tasks.createTaskQuery().taskId(waiting.get(1)).singleResult().getAssignee())
                .isEqualTo(REVIEWER);
        tasks.setAssignee(waiting.get(1), null);
    }

    /** An opinion in Chinese on a case that was opened in English; then the case changes hands. */
    @Test
    void aColleagueIsAskedAndTakesOver() {
        String task = task(walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(9545))));
        Page page = opened("en-US", "Unassigned", task);
        page.locator("button.claim").click();
        Locator form = page.locator("form.review");
        form.locator("#review-note").fill("seal?");
        form.locator(".colleagues summary").click();
        form.locator("button.hand-over").click();
        assertThat(form.locator(".colleagues .error")).hasText("Please choose a colleague.");
        form.locator("#review-colleague").selectOption(COLLEAGUE);
        form.locator("button.hand-over").click();
        assertThat(form.locator(".colleagues .error")).containsText("Please write");
        form.locator("#review-message").fill("Is this seal genuine?");
        Cut.assertNothing(page);
        screenshot(page, "10-ask-a-colleague");
        form.locator("button.ask-opinion").click();
        assertThat(page.locator(".realname-next")).containsText("The case is now with " + COLLEAGUE);
        openTask(page, task);
        assertThat(form).containsText("You asked for an opinion on this case. It is with " + COLLEAGUE);
        assertThat(form.locator("fieldset.decision")).isHidden();
        screenshot(page, "11-lent");

        Page colleague = opened(COLLEAGUE, "zh-CN", "待认领", task);
        Locator asked = colleague.locator("form.review");
        assertThat(asked.locator(".question")).hasText(REVIEWER + " 请您发表意见，提交后案件将退还给对方。");
        assertThat(asked.locator(".file-of-task")).containsText("Is this seal genuine?");
        assertThat(asked.locator(".choices")).isHidden();
        assertThat(asked.locator(".colleagues")).isHidden();
        assertThat(serious(colleague)).as("an opinion").isEqualTo(List.of());
        asked.locator("button.complete").click();
        assertThat(asked.locator("[data-field=note] .error")).hasText("请填写意见。");
        asked.locator("#review-note").fill("The seal is genuine.");
        screenshot(colleague, "12-opinion");
        asked.locator("button.complete").click();
        assertThat(colleague.locator(".realname-next")).containsText("案件已退还给 " + REVIEWER);

        openTask(page, task);
        assertThat(form.locator(".file-of-task")).containsText("The seal is genuine.");
        assertThat(form.locator("#review-note")).hasValue("seal?");
        form.locator(".colleagues summary").click();
        form.locator("#review-colleague").selectOption(COLLEAGUE);
        form.locator("#review-message").fill("Please go on, my day is over.");
        form.locator("button.hand-over").click();
        assertThat(page.locator(".realname-next")).containsText("The case is now with " + COLLEAGUE);

        openTask(colleague, task);
        assertThat(asked.locator(".choices")).isVisible();
        asked.locator("input[value=REJECT]").check();
        asked.locator("#review-reason").selectOption("OTHER");
        asked.locator("button.complete").click();
        await().atMost(PATIENCE)
                .until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
    }

    /** Nobody sits there any more. The page is hidden at once; a server that fails is asked again. */
    @Test
    void aDeskWithoutAnybodyLogsOut() {
        Page page = logIn("en-US", "Unassigned");
        String logout = "**/user/default/logout";
        page.route(logout, request -> request.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.evaluate("() => { window.realnameIdle = 1; }");

        assertThat(page.locator("body")).isHidden();
        page.unroute(logout);
        assertThat(page.locator("input[type=password]")).isVisible();
        assertThat(page.context()
                        .request()
                        .get(tasklist().replace("/app/tasklist/default/", "/api/admin/auth/user/default"))
                        .status())
                .isEqualTo(404);
    }

    /** Tasklist goes to its login by itself, before the server has answered. */
    @Test
    void aHiddenDeskWhoseSessionHasEndedShowsTheLogin() {
        Page page = logIn("en-US", "Unassigned");
        page.route("**/user/default/logout", request -> request.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.evaluate("() => { window.realnameIdle = 1; }");
        assertThat(page.locator("body")).isHidden();

        page.context().clearCookies();
        page.evaluate("() => { location.hash = '#/login'; }");

        assertThat(page.locator("input[type=password]")).isVisible();
    }

    @Test
    void whoeverIsTooLateIsToldSo() {
        String task = task(walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(8237))));
        Page page = opened("en-US", "Unassigned", task);
        assertThat(page.locator("form.review")).containsText("Claim the task");
        tasks.claim(task, COLLEAGUE);

        page.locator("button.claim").click();

        assertThat(page.locator("form.review")).containsText("Somebody else has claimed this task");
    }

    /** By another page, and by a session that has ended: whoever logs in again goes on. */
    @Test
    void whatWasTypedIsThereAgain() {
        String application = walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(8234)));
        String task = task(application);
        Page page = opened("en-US", "Unassigned", task);
        page.locator("button.claim").click();
        Locator form = page.locator("form.review");
        form.locator("input[value=ASK]").check();
        form.locator("input[value=documentBack]").check();
        form.locator("#review-answer").fill(ANSWER);
        form.locator("#review-note").fill("blurred");
        assertThat(form.locator(".draft")).containsText("Draft saved");

        Page elsewhere = opened("zh-CN", "待认领", task);
        Locator again = elsewhere.locator("form.review");
        assertThat(again.locator(".draft")).containsText("已恢复草稿");
        assertThat(again.locator("#review-answer")).hasValue(ANSWER);
        assertThat(again.locator("input[value=documentBack]")).isChecked();

        page.context().clearCookies();
        form.locator("#review-note").fill("blurred, twice");
        // Or Tasklist itself was faster: it looks for new tasks every few seconds, and shows its login.
        Locator toldByTheForm = form.locator(".draft", new Locator.LocatorOptions().setHasText("log in again"));
        assertThat(toldByTheForm.or(page.locator("input[type=password]")).first())
                .isVisible();
        page.reload();
        SignIn.as(page, REVIEWER, REVIEWER + "-secret");
        assertThat(form.locator(".draft")).containsText("Your draft is back");
        assertThat(form.locator("#review-note")).hasValue("blurred");
        form.locator("button.complete").click();
        await().atMost(PATIENCE)
                .until(() -> tasks.createTaskQuery().taskId(task).count() == 0);
        assertThat(jdbc.sql("select count(*) from review_draft where application = ?")
                        .param(UUID.fromString(application))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** After a login, and after a click that leads to an address without any order in it. */
    @Test
    void whatIsDueFirstIsFirst() {
        String first = claimed(Applicant.number(8232), "PT1H");
        String second = claimed(Applicant.number(8233), "PT2H");
        Page page = logIn("en-US", "My tasks");
        List<String> orders = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/filter/") && request.method().equals("POST")) {
                orders.add(request.postData());
            }
        });

        assertOrder(page, first, second);
        page.locator(".brand-name").click();
        page.waitForURL(url -> url.contains("sorting="));
        assertOrder(page, first, second);
        page.locator("text=Overdue").first().click();
        page.locator("text=My tasks").first().click();
        assertOrder(page, first, second);
        assertThat(orders).isNotEmpty().noneMatch(order -> order.contains("created"));
    }

    private static void assertOrder(Page page, String first, String second) {
        Locator entries = page.locator(".tasks-list h4.task a");
        // Tasklist goes on showing the key of the word if the page was faster than its words.
        assertThat(page.locator(".sort-by")).hasText(Pattern.compile("Due date|DUE_DATE"));
        assertThat(entries.nth(0)).hasAttribute("href", Pattern.compile(first));
        assertThat(entries.nth(1)).hasAttribute("href", Pattern.compile(second));
    }

    private String claimed(Applicant applicant, String due) {
        String task = task(walk.started(Entrance.TYPED.of(walk.mall()), walk.known(applicant)), due);
        tasks.claim(task, REVIEWER);
        return task;
    }

    @Test
    void tasklistSpeaksChinese() {
        String task = task(walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(8231))));
        Page page = opened("zh-CN", "待认领", task);
        assertThat(page.locator("form.review")).containsText("请先认领任务");
        Cut.assertNothing(page);
        page.locator("button.claim").click();
        assertThat(page.locator("fieldset.decision")).isVisible();
        assertThat(page.locator("form.review")).containsText("要求补充材料");
        page.locator("button.complete").click();
        assertThat(page.locator("[data-field=decision] .error")).containsText("请作出决定");
        Cut.assertNothing(page);
        screenshot(page, "4-chinese");
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, Unassigned, 9460, 'Passport, Germany (DEU)', The same passport number",
        "zh-CN, 待认领, 9462, '护照, 德国 (DEU)', 同一护照号码"
    })
    void aPassportIsShownWithItsCountryAndAWarning(
            String language, String filter, int n, String document, String warning) {
        Door door = Entrance.TYPED.of(walk.mall());
        assertThat(door.start(passport(n + 1, n, "FRA")).status()).isEqualTo(201);
        String task = task(door.idOf(door.start(passport(n, n, "DEU"))));
        Page page = opened(language, filter, task);
        page.locator("button.claim").click();

        Locator form = page.locator("form.review");
        assertThat(form.locator("fieldset.decision")).isVisible();
        assertThat(form).containsText(document);
        assertThat(form.locator(".warning")).containsText(warning);
        assertThat(form).not().containsText(TestPeople.passport(n));
        Cut.assertNothing(page);
        screenshot(page, "5-passport-" + language);
    }

    private String passport(int applicant, int number, String country) {
        return walk.known(Applicant.number(applicant))
                .applicationWithPassport(number, country)
                .toString();
    }

    /** The words of the upstream's notice are in its page; nobody sees them. */
    @Test
    void theBrandIsOurs() {
        Page page = logIn("en-US", "My tasks");

        assertThat(page.locator(".brand-name")).hasText("realname Tasklist");
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        assertThat(page.locator(".start-process-action")).isHidden();
        assertThat(page.locator("[cam-widget-header]")).isInViewport();
    }

    private void add(String application, EvidenceKind kind) {
        var examined = intake.examine(List.of(new Upload(kind, SpecimenPictures.of(kind))));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> folder.add(UUID.fromString(application), examined));
    }

    /** From elsewhere: Tasklist rewrites an address that changes while it loads. */
    private void openTask(Page page, String task) {
        page.navigate("about:blank");
        page.navigate(tasklist() + "#/?task=" + task);
    }

    private Page logIn(String language, String filter) {
        return begun(REVIEWER, language, filter, "");
    }

    /** A reviewer follows a link to the task. */
    private Page opened(String language, String filter, String task) {
        return opened(REVIEWER, language, filter, task);
    }

    private Page opened(String login, String language, String filter, String task) {
        return begun(login, language, filter, "#/?task=" + task);
    }

    private Page begun(String login, String language, String filter, String place) {
        Page page = browser.newContext(
                        new Browser.NewContextOptions().setLocale(language).setViewportSize(1366, 768))
                .newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
        SignIn.already(page.context(), walk.port(), login, login + "-secret", "tasklist");
        page.navigate(tasklist() + place);
        assertThat(page.locator("body")).containsText(filter);
        return page;
    }

    private String task(String application) {
        return task(application, "P1D");
    }

    private String task(String application, String due) {
        String review = runtime.createProcessInstanceByKey(ReviewByPeople.KEY)
                .businessKey(application)
                .setVariables(Map.of(
                        "reviewGroup",
                        "enterprise-review",
                        "secondReviewGroup",
                        "none",
                        "sampleShare",
                        0,
                        "reviewPriority",
                        50,
                        "reviewDue",
                        due))
                .execute()
                .getId();
        return tasks.createTaskQuery().processInstanceId(review).singleResult().getId();
    }

    private String tasklist() {
        return "http://localhost:" + walk.port() + "/camunda/app/tasklist/default/";
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "tasklist-" + name + ".png")));
    }
}
