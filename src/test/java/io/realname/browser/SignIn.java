package io.realname.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.realname.doors.WebApp;

/**
 * The sign-in form of the web apps. It is visible before it reacts: on a busy machine, input and clicks may be lost
 * without a message. So they are repeated, as people do.
 */
final class SignIn {

    private static final int TRIES = 5;
    private static final double MILLIS_A_TRY = 20_000;

    private SignIn() {}

    /** Signs in on the page that shows the form. */
    static void as(Page page, String login, String password) {
        type(page, login, password, form(page), WaitForSelectorState.HIDDEN);
    }

    /**
     * Gives a browser the session of somebody who has logged in over HTTP: the form is loaded once less. For tests of what
     * comes after the login.
     */
    static void already(BrowserContext browser, int port, String login, String password, String app) {
        WebApp session = WebApp.open(port);
        if (session.login(login, password, app).status() != 200) {
            throw new IllegalStateException("cannot log in: " + login);
        }
        browser.addCookies(session.cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl("http://localhost:" + port))
                .toList());
    }

    /** As {@link #as}, but the login fails. */
    static void inVain(Page page, String login, String password) {
        Locator alert = page.getByRole(AriaRole.ALERT);
        type(page, login, password, alert, WaitForSelectorState.VISIBLE);
        assertThat(alert).containsText("Login Failed");
    }

    private static void type(Page page, String login, String password, Locator sign, WaitForSelectorState expected) {
        Locator form = form(page);
        assertThat(form).isVisible();
        for (int tries = 1; tries <= TRIES; tries++) {
            form.locator("input[type=text]").fill(login);
            form.locator("input[type=password]").fill(password);
            form.locator("button[type=submit]").click();
            if (comes(sign, expected)) {
                return;
            }
        }
        throw new AssertionError("nothing came of signing in as " + login);
    }

    private static boolean comes(Locator sign, WaitForSelectorState expected) {
        try {
            sign.waitFor(new Locator.WaitForOptions().setState(expected).setTimeout(MILLIS_A_TRY));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    private static Locator form(Page page) {
        return page.locator("form[name=signinForm]");
    }
}
