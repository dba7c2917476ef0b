package io.realname.staff;

import io.realname.app.Client.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's browser without its scripts: keeps cookies, and follows redirects between the app and the provider. */
public final class StaffBrowser {

    private static final String HTML = "text/html,application/xhtml+xml";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.ALWAYS)
            .build();
    private final HttpClient stopping =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String url;

    public StaffBrowser(int port) {
        url = "http://localhost:" + port;
    }

    /** Goes to the provider, fills in its form, and comes back. The reply is that of the last page. */
    public Reply login(String account) {
        Reply form = open("/login/provider/staff");
        if (!form.response().uri().getPath().equals("/login")
                || form.response().uri().getHost().equals("localhost")) {
            // The provider knows the person still, or does not answer.
            return entered(form);
        }
        Matcher token = TOKEN.matcher(form.response().body());
        if (!token.find()) {
            throw new AssertionError("no form at " + form.response().uri());
        }
        String typed = "username=" + encoded(account) + "&password=" + encoded(IdentityProvider.PASSWORD) + "&_csrf="
                + encoded(token.group(1));
        return entered(send(
                http,
                HttpRequest.newBuilder(form.response().uri())
                        .header("Accept", HTML)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(typed))));
    }

    /** As the page's script does: another page brings the token against forged requests. */
    private Reply entered(Reply reply) {
        if (reply.response().uri().getPath().equals("/login/entered")) {
            open("/camunda/app/welcome/default/");
        }
        return reply;
    }

    /** Opens a page, and follows where it leads. */
    public Reply open(String path) {
        return send(http, HttpRequest.newBuilder(URI.create(url + path)).header("Accept", HTML));
    }

    /** Opens a page in Chinese. */
    public Reply openInChinese(String path) {
        return send(
                http,
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Accept", HTML)
                        .header("Accept-Language", "zh-CN"));
    }

    /** Opens a page, and does not follow. */
    public Reply openOnly(String path) {
        return send(stopping, HttpRequest.newBuilder(URI.create(url + path)).header("Accept", HTML));
    }

    public Reply get(String path) {
        return send("GET", path, "");
    }

    public Reply post(String path, String json) {
        return send("POST", path, json);
    }

    /** As a script of a page. */
    public Reply send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Accept", "application/json")
                .header(
                        "Content-Type",
                        body.startsWith("username=") ? "application/x-www-form-urlencoded" : "application/json");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .reduce((first, last) -> last)
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(stopping, request);
    }

    private static Reply send(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
