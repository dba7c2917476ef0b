package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.staff.IdentityProvider;
import io.realname.staff.SingleSignOnApp;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff log in at their organisation's identity provider, in a browser, and land where they wanted to be. */
@BrowserTest
@SingleSignOnApp
class SingleSignOnPagesIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String REVIEWERS = "/realname/reviewers";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private IdentityProvider provider;

    @Autowired
    private JdbcClient jdbc;

    private final Browser browser = Browsers.running();

    @BeforeEach
    void start() {
        provider.close();
        provider.start().trusts(walk.port());
    }

    @Test
    void aReviewerLandsOnTheCaseThatSheOpenedAlsoAfterTheSessionHasEnded() {
        provider.knows("p9760", "mei9760", "梅", REVIEWERS);
        String task = reviews.task("appeal-review");
        Page page = page("en-US");

        page.navigate(app() + TASKLIST + "#/?task=" + task);
        signIn(page, "p9760");

        assertThat(page).hasURL(Pattern.compile(".*/tasklist/default/#/.*task=" + task + ".*"));
        assertThat(page.locator("form.review")).containsText("Claim the task");
        assertThat(page.locator("li.account").first()).containsText("梅");
        assertThat(page.locator("li.account").first()).not().containsText("null");
        screenshot(page, "tasklist");
        page.locator("button.claim").click();
        assertThat(page.locator("form.review fieldset.decision")).isVisible();

        jdbc.sql("delete from spring_session").update();
        // The page asks the server for something, and is refused.
        page.evaluate("() => document.querySelector('body').dispatchEvent(new Event('x'))");
        page.locator("form.review dialog, dialog").first().press("Escape");
        page.locator(".task-filters .task-filter a").first().click();

        assertThat(page.locator("form.review fieldset.decision")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*task=" + task + ".*"));
    }

    @Test
    void aDeskThatNobodySitsAtIsLockedAtTheProviderToo() {
        provider.knows("p9761", "jun9761", "Jun", REVIEWERS);
        String task = reviews.task("appeal-review");
        Page page = page("en-US");
        page.navigate(app() + TASKLIST + "#/?task=" + task);
        signIn(page, "p9761");
        assertThat(page.locator("form.review")).containsText("Claim the task");

        page.evaluate("() => { window.realnameIdle = 1; }");

        // The browser keeps what is behind the # through redirects.
        assertThat(page).hasURL(Pattern.compile(".*/login/ended(#.*)?$"));
        assertThat(page.locator("h1")).hasText("You are logged out");
        screenshot(page, "ended");
        page.locator("#next").click();
        signIn(page, "p9761");
        assertThat(page).hasURL(Pattern.compile(".*/tasklist/default/.*task=" + task + ".*"));
    }

    @Test
    void theUserMenuLogsOutAtTheProvider() {
        provider.knows("p9762", "lan9762", "Lan", REVIEWERS, "/realname/operators");
        Page page = page("en-US");
        page.navigate(app() + TASKLIST);
        signIn(page, "p9762");
        // While Tasklist still loads, a click on its menu is lost.
        assertThat(page).hasURL(Pattern.compile(".*filter=.*"));
        page.locator("li.account a").first().click();

        page.locator("li.account li.logout a").click();

        assertThat(page).hasURL(Pattern.compile(".*/login/ended(#.*)?$"));
        page.navigate(app() + "/operations/");
        signIn(page, "p9762");
        assertThat(page).hasURL(app() + "/operations/");
        assertThat(page.locator("#text")).isVisible();
        screenshot(page, "operations");
        page.navigate(app() + "/camunda/app/cockpit/default/");
        assertThat(page.getByText("Running Process Instances")).isVisible();
        screenshot(page, "cockpit");
    }

    @Test
    void aPageOfOthersSaysSo() {
        provider.knows("p9763", "bo9763", "Bo", REVIEWERS);
        Page page = page("en-US");

        page.navigate(app() + "/camunda/app/cockpit/default/");
        signIn(page, "p9763");

        assertThat(page.locator("h1")).hasText("This page is not here, or not for you");
        page.navigate(app() + "/login");
        assertThat(page.locator("h1")).hasText("This page is not for you");
        screenshot(page, "no-access");
        page.locator("#next").click();
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/welcome/default/.*"));
    }

    @Test
    void whoHasNoGroupReadsWhatToDoInTheirLanguage() {
        provider.knows("p9764", "guest9764", "Guest");
        Page page = page("zh-CN");

        page.navigate(app() + TASKLIST);
        signIn(page, "p9764");

        assertThat(page.locator("h1")).hasText("您没有访问权限");
        screenshot(page, "no-group-chinese");
    }

    private String app() {
        return "http://localhost:" + walk.port();
    }

    private Page page(String locale) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(1366, 768));
        return context.newPage();
    }

    private void signIn(Page page, String account) {
        Locator name = page.locator("#username");
        assertThat(name).isVisible();
        assertThat(page).hasURL(Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/login.*"));
        name.fill(account);
        page.locator("#password").fill(IdentityProvider.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "single-sign-on", name + ".png")));
    }
}
