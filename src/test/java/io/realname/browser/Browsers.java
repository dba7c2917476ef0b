package io.realname.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chromium: one that is installed on the machine, otherwise the one that Playwright brings. One runs for all tests of a
 * JVM; it ends with the JVM.
 */
public final class Browsers {

    /** The shell comes first: it has no windows of its own to draw, and takes three quarters of the CPU. */
    private static final Optional<Path> INSTALLED = Stream.of("chromium-headless-shell", "chromium")
            .map(Path.of("/usr/bin")::resolve)
            .filter(Files::exists)
            .findFirst();

    private static @Nullable Browser running;

    private Browsers() {}

    /** The browser of this JVM. A test closes its pages after itself. */
    public static Browser running() {
        Browser known = running;
        if (known == null || !known.isConnected()) {
            known = launch(playwright());
            running = known;
        }
        return known;
    }

    /** What the tests have opened and not closed. */
    static List<BrowserContext> contexts() {
        Browser known = running;
        return known == null ? List.of() : List.copyOf(known.contexts());
    }

    private static Playwright playwright() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        Playwright.CreateOptions options = new Playwright.CreateOptions();
        if (INSTALLED.isPresent()) {
            options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        }
        return Playwright.create(options);
    }

    private static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        INSTALLED.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }
}
