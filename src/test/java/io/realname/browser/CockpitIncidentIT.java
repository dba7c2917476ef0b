package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.privacy.PlantedValues;
import io.realname.sandbox.SandboxServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an operator sees of a stuck application, and how it goes on. Pictures in {@code target/screenshots}. */
@BrowserTest
@RealnameTest
class CockpitIncidentIT {

    private static final String BANK_CHECK = "BankCard4EVerification";
    private static final String BANK_DOWN = "0004";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private Walk walk;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private final Browser browser = Browsers.running();
    /** All answers of the web apps' API to the browser, shown or not. */
    private final List<String> received = new ArrayList<>();

    private Page page;

    @BeforeEach
    void openPage() {
        user("operator5", "operators");
        user("reviewer5", "appeal-review");
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1400, 900));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
    }

    @AfterEach
    void repair() {
        Client.nobody(sandbox.port()).delete("/repair/" + BANK_DOWN);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void anOperatorSeesTheIncidentAndRetriesIt() {
        Applicant applicant = Applicant.number(5700).withMobileEnding(BANK_DOWN, 5700);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        int billed = sandbox.ledger().entries(BANK_CHECK).size();
        String id = walk.confirmed(walk.typed(), walk.known(applicant));
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        await().atMost(PATIENCE).until(() -> retriesUsedUp(instance));
        assertThat(walk.shown("verifications", id, "en").at("/status")).isEqualTo("IN_PROGRESS");

        page.onResponse(this::keep);
        page.navigate(cockpit() + "#/login");
        SignIn.as(page, "operator5", "operator5-secret");
        assertThat(page.locator("body")).containsText("Running Process Instances");
        screenshot("1-dashboard");
        page.navigate(cockpit() + "#/process-instance/" + instance + "/runtime?tab=incidents-tab");
        Locator incident = page.locator("table tbody tr", new Page.LocatorOptions().setHasText("HTTP status 500"));
        assertThat(incident).hasCount(1);
        assertThat(incident).containsText("Check bank card");
        screenshot("2-incident");

        page.navigate(cockpit() + "#/process-instance/" + instance + "/runtime?tab=variables-tab");
        assertThat(page.locator("li.active").filter(new Locator.FilterOptions().setHasText("Variables")))
                .isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        screenshot("3-variables");
        assertNothingPersonalIsShown(applicant, id);

        sandbox.repair(BANK_DOWN);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        page.navigate(cockpit() + "#/process-instance/" + instance + "/runtime?tab=incidents-tab");
        incident.locator("a.action-button:has(.glyphicon-repeat):visible").click();
        Locator dialog = page.locator(".modal-dialog");
        assertThat(dialog).containsText("Increment Number of Retries");
        // What the dialog preselects. The engine would leave the job its due date, a quarter of an hour from now.
        assertThat(dialog.locator("#preserveDueDate")).isChecked();
        screenshot("4-retry");
        dialog.locator("button:visible", new Locator.LocatorOptions().setHasText("Retry"))
                .click();
        assertThat(dialog).containsText("incremented successfully");
        screenshot("5-retried");

        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(billed + 1);
        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isZero();
    }

    @Test
    void aReviewerHasNoAccessToCockpit() {
        page.navigate(cockpit() + "#/login");
        SignIn.inVain(page, "reviewer5", "reviewer5-secret");
        screenshot("6-reviewer");
        page.navigate(cockpit() + "#/dashboard");
        assertThat(page.locator("form[name=signinForm]")).isVisible();
        assertThat(page.locator("body")).not().containsText("Running Process Instances");
    }

    private void assertNothingPersonalIsShown(Applicant applicant, String id) {
        PlantedValues values = new PlantedValues();
        values.plant("name", applicant.name());
        values.plant("resident ID", applicant.residentId());
        values.plant("card", applicant.pan());
        values.plant("mobile", applicant.mobile());
        values.plant(
                "mobile",
                applicant.mobile().substring(0, 3) + "****" + applicant.mobile().substring(7));
        assertThat(values.in(page.content())).isEmpty();
        assertThat(received).as("answers received").hasSizeGreaterThan(10);
        assertThat(String.join("\n", received)).contains(id);
        assertThat(values.in(String.join("\n", received))).isEmpty();
    }

    private void keep(Response response) {
        if (response.url().contains("/api/")) {
            try {
                received.add(response.text());
            } catch (PlaywrightException e) {
                // The page was left before the answer was read, so nobody saw it.
            }
        }
    }

    private String cockpit() {
        return "http://localhost:" + walk.port() + "/camunda/app/cockpit/default/";
    }

    private void screenshot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "cockpit-" + name + ".png")));
    }

    /** Uses up the retries, instead of waiting for the 21 minutes of the retry cycle. */
    private boolean retriesUsedUp(String instance) {
        Job job = management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .singleResult();
        if (job == null) {
            return false;
        }
        if (job.getRetries() > 0) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException e) {
                // The job failed once more, as intended; or the job executor was faster.
            }
            return false;
        }
        return true;
    }

    private void user(String id, String group) {
        if (identities.createUserQuery().userId(id).count() > 0) {
            return;
        }
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            var created = identities.newGroup(group);
            created.setName(group);
            identities.saveGroup(created);
        }
        var user = identities.newUser(id);
        user.setFirstName(id);
        user.setLastName("Test");
        user.setPassword(id + "-secret");
        ((IdentityServiceImpl) identities).saveUser(user, true);
        identities.createMembership(id, group);
    }
}
