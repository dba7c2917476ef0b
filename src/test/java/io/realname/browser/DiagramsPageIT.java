package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.realname.app.Applicant;
import io.realname.app.Approval;
import io.realname.app.Client;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.diagram.OwnModels;
import io.realname.doors.Modeler;
import io.realname.process.deployment.Deployments;
import io.realname.process.history.PassedStepCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst at the page of the diagrams. Pictures in {@code target/screenshots}. */
@BrowserTest
@RealnameTest
class DiagramsPageIT {

    private static final OwnModels OWN = OwnModels.read();
    private static final String PERSON = "operator9930";
    private static final String CONFIRM = "confirm-mobile.bpmn";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews people;

    @Autowired
    private Deployments deployments;

    @Autowired
    private PassedStepCounts counts;

    private final Browser browser = Browsers.running();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void figuresDifferencesSimulationAndAMove() {
        people.person(PERSON, "operators");
        people.person("analyst9930", "analysts");
        Modeler modeler = Modeler.of(Client.withSecret("analyst9930", OpenReviews.PASSWORD, walk.port()));
        walk.verified(walk.typed(), Applicant.number(9930));
        Applicant waiting = Applicant.number(9931);
        String application = walk.waitingForCode(walk.typed(), walk.known(waiting));
        Approval.needed(deployments, false);
        try {
            OwnModels changed = OWN.with(CONFIRM, "PT30M", "PT21M");
            assertThat(modeler.deploy("21 minutes", CONFIRM, changed.text(CONFIRM))
                            .status())
                    .isEqualTo(200);
            counts.count();

            Page page = loggedIn("en-US");
            page.navigate(address("/diagrams/#model=new-user-verification"));
            Locator shown = page.locator("#shown");
            assertThat(shown).containsText("were started in this period");
            assertThat(row(page, "Check bank card")).not().hasCount(0);
            assertThat(row(page, "Verified").first()).containsText("%");
            assertThat(page.locator(".heat-4").first()).isVisible();
            assertThat(page.locator(".badge.waiting").first()).isVisible();
            assertAccessible(page);
            screenshot(page, "1-figures");

            page.getByLabel("Diagram or table").selectOption("confirm-mobile");
            button(page, "Compare").click();
            assertThat(page.locator("#differences")).containsText("PT21M");
            assertThat(page.locator("#differences del").first()).hasText("PT30M");
            assertThat(page.locator("#differences tbody tr")).hasCount(1);
            assertThat(page.locator(".diff-changed")).hasCount(3);
            assertAccessible(page);
            screenshot(page, "2-compare");

            button(page, "Simulate").click();
            assertThat(page.locator(".bts-toggle-mode")).containsText("Token Simulation");
            screenshot(page, "3-simulate");

            button(page, "Move applications").click();
            assertThat(row(page, "Mobile code submitted")).containsText("yes");
            assertAccessible(page);
            screenshot(page, "4-trial");
            button(page, "Move them").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("moved");
            screenshot(page, "5-moved");
            assertThat(walk.typed()
                            .submitCode(application, walk.code(waiting.mobile()))
                            .status())
                    .isIn(200, 204);
            assertThat(walk.settled(application).at("/outcome/code")).isEqualTo("VERIFIED");

            page.getByLabel("Diagram or table").selectOption("attempt-limits");
            button(page, "Table").click();
            assertThat(page.locator(".canvas")).containsText("Wrong cards of the application");
            screenshot(page, "6-table");
            assertThat(complaints).isEmpty();
        } finally {
            modeler.deploy("as it was", CONFIRM, OWN.text(CONFIRM));
            Approval.needed(deployments, true);
        }
    }

    @Test
    void inChineseAndWithoutALogin() {
        Page outside = open("en-US");
        outside.navigate(address("/diagrams/"));
        assertThat(outside.locator("main")).containsText("for operators and analysts who are logged in to Cockpit");

        people.person(PERSON, "operators");
        Page page = loggedIn("zh-CN");
        page.navigate(address("/operations/"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("流程图").setExact(true))
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("#shown")).containsText("此期间开始");
        screenshot(page, "7-chinese");
        assertThat(complaints).isEmpty();
    }

    private static Locator row(Page page, String text) {
        return page.locator("#shown tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page loggedIn(String locale) {
        Page page = open(locale);
        SignIn.already(page.context(), walk.port(), PERSON, OpenReviews.PASSWORD, "cockpit");
        return page;
    }

    private Page open(String locale) {
        Page page = browser.newContext(
                        new Browser.NewContextOptions().setLocale(locale).setViewportSize(1500, 1000))
                .newPage();
        page.onConsoleMessage(message -> {
            // A refused request is a complaint of the browser, but none of the page.
            if (message.type().equals("error")
                    && message.location().contains("/diagrams/")
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

    private static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).exclude(List.of(".canvas")).analyze().getViolations())
                .extracting(Rule::getId)
                .isEmpty();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "diagrams-" + name + ".png")));
    }
}
