package io.realname.doors;

import io.realname.app.Client.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The engine's web apps as a browser uses them: with cookies, and with the token against forged requests. */
public final class WebApp {

    private static final String TASKLIST = "tasklist";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;
    private final Map<String, String> cookies = new HashMap<>();

    private WebApp(String url) {
        this.url = url;
    }

    /** Opens the login page. */
    public static WebApp open(int port) {
        WebApp app = new WebApp("http://localhost:" + port);
        app.get(page(TASKLIST));
        return app;
    }

    public Reply login(String user, String password) {
        return login(user, password, TASKLIST);
    }

    /** @param app which of the web apps */
    public Reply login(String user, String password, String app) {
        Reply reply = send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/" + app,
                "username=" + encoded(user) + "&password=" + encoded(password),
                "application/x-www-form-urlencoded");
        // The login begins another session. The next page brings its token.
        get(page(app));
        return reply;
    }

    /** The same session from another page, which cannot read the token. */
    public WebApp withoutToken() {
        WebApp foreign = new WebApp(url);
        foreign.cookies.putAll(cookies);
        foreign.cookies.remove("XSRF-TOKEN");
        return foreign;
    }

    /** The same browser at another node: cookies are valid for all ports. */
    public WebApp at(int port) {
        WebApp other = new WebApp("http://localhost:" + port);
        other.cookies.putAll(cookies);
        return other;
    }

    /** By which a browser takes over the session. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private static String page(String app) {
        return "/camunda/app/" + app + "/default/";
    }

    public Reply get(String path) {
        return send("GET", path, "", "application/json");
    }

    public Reply post(String path, String json) {
        return send("POST", path, json, "application/json");
    }

    /** As the scripts of the web apps ask for lists: with what the entries refer to, and with their count. */
    public Reply postForHal(String path, String json) {
        return send("POST", path, json, "application/json", "application/hal+json");
    }

    public Reply send(String method, String path, String body, String contentType) {
        return send(method, path, body, contentType, "application/json, text/html");
    }

    private Reply send(String method, String path, String body, String contentType, String accepted) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Accept", accepted)
                .header("Content-Type", contentType);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        String token = cookies.get("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Reply(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
