package io.realname.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.realname.browser.Browsers;
import io.realname.process.ProcessRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An analyst opens the drawn way from a folder, without any server. */
class DrawnPathIT {

    @Test
    void wayIsSeenInABrowser() throws IOException {
        Scenario scenario =
                new Scenario(Path.of("new-user.md"), "Seen in a browser", List.of("The applicant applies."));
        Path file = DrawnPath.write(
                scenario,
                "It ended <otherwise>.",
                List.of(new ProcessRun.Way(
                        "New-user verification",
                        Files.readString(Path.of("bpmn", "new-user-verification.bpmn")),
                        List.of("ApplicationSubmitted", "RegisterApplication", "CardToCheck", "LimitAttempts"),
                        List.of("LimitAttempts"))));

        List<String> complaints = new ArrayList<>();
        try (Page page = Browsers.running().newPage()) {
            page.onPageError(complaints::add);
            page.navigate(file.toUri().toString());
            page.waitForFunction("() => window.ready");

            assertThat(page.locator("pre")).hasText("It ended <otherwise>.");
            assertThat(page.locator("[data-element-id=RegisterApplication].passed"))
                    .isVisible();
            assertThat(page.locator("[data-element-id=LimitAttempts].stands")).isVisible();
            assertThat(page.locator("[data-element-id=LimitAttempts] .djs-visual > :first-child"))
                    .hasCSS("stroke", "rgb(179, 38, 30)");
            assertThat(page.locator("[data-element-id=CheckBankCard].passed")).hasCount(0);
            assertThat(page.locator(".djs-connection.passed")).hasCount(3);
            assertThat(page.locator(".number")).hasText(new String[] {"1", "2", "3", "4"});
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/scenario.png")));
        }
        assertThat(complaints).isEmpty();
    }
}
