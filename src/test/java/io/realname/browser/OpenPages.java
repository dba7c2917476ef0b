package io.realname.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes a test's pages. Those of a failed test are drawn before, and their addresses printed: a CI keeps the output. */
final class OpenPages implements AfterTestExecutionCallback, AfterEachCallback {

    static final Path PICTURES = Path.of("target", "screenshots", "failed");

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            String name = test.getRequiredTestClass().getSimpleName()
                    + '.'
                    + test.getRequiredTestMethod().getName();
            int number = 0;
            for (BrowserContext context : Browsers.contexts()) {
                for (Page page : context.pages()) {
                    draw(page, PICTURES.resolve(name + '-' + ++number + ".png"));
                }
            }
        }
    }

    private static void draw(Page page, Path picture) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(picture).setTimeout(10_000));
            System.err.println("Failed at " + page.url() + ", body "
                    + page.evaluate("() => (document.body.style.display || 'shown') + ', ' + document.readyState")
                    + ": " + picture);
        } catch (PlaywrightException e) {
            System.err.println("Failed at " + page.url() + ", which can't be drawn: " + e.getMessage());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Browsers.contexts().forEach(BrowserContext::close);
    }
}
