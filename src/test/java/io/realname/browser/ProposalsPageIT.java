package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.realname.app.Client;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.diagram.OwnModels;
import io.realname.doors.Modeler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst makes a token for the Modeler, and a second person decides about the change. */
@BrowserTest
@RealnameTest
class ProposalsPageIT {

    private static final String FILE = "confirm-mobile.bpmn";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews people;

    private final Browser browser = Browsers.running();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void aChangeIsProposedWithATokenAndDeclinedByAnotherPerson() {
        Page analyst = page("analyst9830", "analysts", "en-US");
        // An analyst sees nothing of the cases.
        assertThat(analyst.getByLabel("Find a case")).hasCount(0);
        click(analyst, "Make a token");
        String token = analyst.locator("#token code").textContent();
        String change = Modeler.of(Client.nobody(walk.port()).with("Authorization", "Bearer " + token))
                .deploy(
                        "12 minutes",
                        FILE,
                        OwnModels.read().with(FILE, "PT30M", "PT12M").text(FILE))
                .at("/id");
        assertThat(change).isNotEmpty();
        click(analyst, "Show proposed changes");
        Locator own = analyst.locator("#proposals article");
        assertThat(own).containsText("12 minutes · analyst9830");
        assertThat(own).containsText("You have proposed this yourself");
        assertThat(own.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve")))
                .hasCount(0);
        assertAccessible(analyst);

        Page operator = page("operator9830", "operators", "zh-CN");
        click(operator, "显示待批准的变更");
        Locator shown = operator.locator("#proposals article");
        assertThat(shown).containsText("bpmn/confirm-mobile.bpmn");
        assertThat(shown.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("批准")))
                .isVisible();
        assertThat(operator.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("生成令牌")))
                .hasCount(0);
        shown.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("比较"))
                .click();
        assertThat(operator.locator("#differences del")).hasText("PT30M");
        assertThat(operator.locator("#differences ins")).hasText("PT12M");
        assertThat(operator.locator(".diff-changed").first()).isVisible();
        operator.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("返回以批准或否决"))
                .click();
        click(operator, "显示待批准的变更");
        assertThat(operator.waitForDownload(
                                () -> shown.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("下载"))
                                        .first()
                                        .click())
                        .suggestedFilename())
                .isEqualTo(FILE);
        assertAccessible(operator);
        shown.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("否决"))
                .click();
        assertThat(operator.locator("#proposals")).containsText("已否决");
        assertThat(shown).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    private Page page(String login, String group, String locale) {
        people.person(login, group);
        Page page = browser.newContext(
                        new Browser.NewContextOptions().setLocale(locale).setViewportSize(1400, 900))
                .newPage();
        page.onPageError(complaints::add);
        SignIn.already(page.context(), walk.port(), login, OpenReviews.PASSWORD, "cockpit");
        page.navigate(address("/operations/"));
        return page;
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private String address(String path) {
        return "http://localhost:" + walk.port() + path;
    }

    private static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .isEmpty();
    }
}
