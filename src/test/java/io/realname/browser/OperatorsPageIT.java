package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.realname.app.Applicant;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.CaseNumber;
import io.realname.desk.OpenReviews;
import io.realname.desk.ReviewDesk;
import io.realname.operations.LostPaymentCase;
import io.realname.sandbox.SandboxServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator goes from Cockpit to the operators' page and back. Pictures in {@code target/screenshots}. */
@BrowserTest
@RealnameTest
class OperatorsPageIT {

    private static final String OPERATOR = "operator9585";
    private static final String ADDRESS = "/operations/";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews people;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    private final Browser browser = Browsers.running();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    @Test
    void aCaseIsFoundAndOpenedInCockpit() {
        Applicant open = walk.known(Applicant.number(9585));
        String id = walk.waitingForCode(walk.typed(), open);
        Applicant ended = Applicant.number(9586);
        String before = walk.verified(walk.typed(), ended);
        Page page = cockpit("en-US");
        screenshot(page, "0-cockpit");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cases and payments"))
                .click();
        Locator field = page.getByLabel("Find a case");
        assertThat(field).isFocused();
        assertAccessible(page);
        screenshot(page, "1-empty");

        find(page, open.account());
        Locator found = page.locator("#cases article");
        assertThat(found).hasCount(1);
        assertThat(found).containsText("Case " + CaseNumber.of(UUID.fromString(id)));
        assertThat(found).containsText("waits for the applicant");
        assertThat(found).containsText("Mobile code submitted");
        assertThat(found).not().containsText(open.account());
        assertAccessible(page);
        screenshot(page, "2-open");

        find(page, CaseNumber.of(UUID.fromString(before)).value());
        assertThat(found).containsText("succeeded");
        assertThat(found).containsText("It has ended.");
        found.locator("summary").click();
        assertThat(found).containsText("Bind identity");
        assertAccessible(page);
        screenshot(page, "3-ended");

        find(page, "nobody-at-all");
        assertThat(page.locator("#cases")).containsText("There is no case with exactly this name");
        find(page, "\u0007");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("a character that is not allowed");

        find(page, open.account());
        found.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open in Cockpit"))
                .first()
                .click();
        assertThat(page.locator("body")).containsText("Runtime");
        assertThat(page.locator("body")).containsText(id);
        screenshot(page, "4-in-cockpit");

        assertThat(complaints).isEmpty();
        assertThat(addresses)
                .noneMatch(address -> address.contains(open.account()) || address.contains(ended.account()));
    }

    @Test
    void stoppedJobsGoOnTogether() {
        Applicant applicant = walk.known(Applicant.number(9588));
        sandbox.script().smsCodeNext("FailedOperation.InsufficientBalanceInSmsPackage");
        String id = walk.started(walk.typed(), applicant);
        await().until(() -> jobs.createJobQuery()
                        .noRetriesLeft()
                        .activityId("SendMobileCode")
                        .count()
                > 0);
        Page page = loggedIn("en-US");
        page.navigate(address(ADDRESS));

        find(page, applicant.account());
        assertThat(page.locator("#cases .incident")).containsText("Incident: PROVIDER_REFUSED");
        assertThat(page.locator("#cases")).containsText("Send mobile code");
        assertThat(page.locator("#cases")
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open in Cockpit")))
                .not()
                .hasCount(0);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show stopped jobs"))
                .click();
        Locator step = page.locator("#stopped tbody tr", new Page.LocatorOptions().setHasText("PROVIDER_REFUSED"));
        assertThat(step).containsText("Confirm mobile");
        assertThat(step).containsText("Send mobile code");
        assertAccessible(page);
        screenshot(page, "10-stopped");
        step.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#stopped").getByRole(AriaRole.STATUS)).containsText("on now");
        assertThat(step).hasCount(0);
        screenshot(page, "11-going-on");
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aLostPaymentIsFoundInChinese() {
        LostPaymentCase lost = LostPaymentCase.of(walk, desk, runtime, jobs, Applicant.number(9587), 9587);
        String number = CaseNumber.of(UUID.fromString(lost.id())).value();
        Page page = loggedIn("zh-CN");
        page.navigate(address(ADDRESS));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("显示未收到答复的打款"))
                .click();
        Locator payment = page.locator("#payments article", new Page.LocatorOptions().setHasText(number));
        assertThat(payment).hasCount(1);
        assertThat(payment).containsText("****0003");
        assertThat(payment).containsText("福州五四支行");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertAccessible(page);
        screenshot(page, "5-lost-payment");

        // Without the tick the browser sends nothing.
        payment.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("未到账"))
                .click();
        assertThat(payment).not().containsText("查询结果");
        payment.getByLabel("平台中的订单号").fill("12345");
        payment.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("已到账"))
                .click();
        assertThat(payment.getByRole(AriaRole.ALERT)).containsText("请核对订单号");
        screenshot(page, "6-wrong-number");

        payment.getByRole(AriaRole.CHECKBOX).check();
        payment.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("未到账"))
                .click();
        assertThat(payment).containsText("未到账 (" + OPERATOR);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已记录");
        screenshot(page, "7-did-not-arrive");

        payment.getByLabel("平台中的订单号")
                .fill(sandbox.transfers()
                        .to(lost.company().corporateAccount())
                        .get(0)
                        .orderNumber());
        payment.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("已到账"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("申请将自动继续");
        assertThat(payment).hasCount(0);
        screenshot(page, "8-arrived");
        assertThat(walk.ended("enterprise-verifications", lost.id(), "en").at("/action/type"))
                .isEqualTo("CONFIRM_AMOUNT");
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoIsNotLoggedInIsLedToCockpit() {
        Page page = open("en-US");
        page.navigate(address(ADDRESS));

        assertThat(page.locator("main")).containsText("for operators and analysts who are logged in to Cockpit");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To Cockpit")))
                .isVisible();
        screenshot(page, "9-not-logged-in");
    }

    private Page loggedIn(String locale) {
        people.person(OPERATOR, "operators");
        Page page = open(locale);
        SignIn.already(page.context(), walk.port(), OPERATOR, OpenReviews.PASSWORD, "cockpit");
        return page;
    }

    private Page cockpit(String locale) {
        people.person(OPERATOR, "operators");
        Page page = open(locale);
        page.navigate(address("/camunda/app/cockpit/default/#/login"));
        SignIn.as(page, OPERATOR, OpenReviews.PASSWORD);
        assertThat(page.locator("body")).containsText("Running Process Instances");
        return page;
    }

    private Page open(String locale) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(1400, 900));
        Page page = context.newPage();
        page.onRequest(request -> addresses.add(request.url()));
        page.onConsoleMessage(message -> {
            // A refused request is a complaint of the browser, but none of the page.
            if (message.type().equals("error")
                    && message.location().contains(ADDRESS)
                    && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + walk.port() + path;
    }

    private static void find(Page page, String text) {
        page.getByLabel("Find a case").fill(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"))
                .click();
        assertThat(page.locator("#cases")).not().containsText("Searching");
    }

    private static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .isEmpty();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "operations-" + name + ".png")));
    }
}
