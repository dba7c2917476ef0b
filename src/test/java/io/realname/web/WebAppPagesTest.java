package io.realname.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.AtOnce;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.ReviewDesk;
import io.realname.doors.WebApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person's browser gets of the web apps: their files once, and a page of ours where there is none for them. */
@RealnameTest
class WebAppPagesTest {

    private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    private final HttpClient browser = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js?bust=7.24.0",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.css?bust=7.24.0",
                "/camunda/lib/deps.js?bust=7.24.0"
            })
    void filesOfTheEngineAreKeptAndCompressed(String address) {
        HttpResponse<byte[]> file = get(address, "*/*", "Accept-Encoding", "gzip");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().allValues("Cache-Control"))
                .as("of one reader, since a session's cookie may come along")
                .containsExactly("max-age=31536000, private, immutable");
        assertThat(file.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(get(address, "*/*").body().length).isGreaterThan(2 * file.body().length);
    }

    /** They change with our app, and not with the engine's version, which is all that the address says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0",
                "/camunda/app/tasklist/scripts/work.js",
                "/camunda/app/tasklist/locales/zh.json"
            })
    void filesOfOursAreAskedForAgain(String address) {
        HttpResponse<byte[]> file = get(address, "*/*");

        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String changed = file.headers().firstValue("Last-Modified").orElseThrow();
        HttpResponse<byte[]> again = get(address, "*/*", "If-Modified-Since", changed);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void answersAreNeitherKeptNorCompressed() {
        HttpResponse<byte[]> banks = get("/v3/api-docs", "application/json", "Accept-Encoding", "gzip");

        assertThat(banks.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(told -> assertThat(told).contains("no-store"));
        assertThat(banks.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/camunda/nothing", "/camunda/app/nothing/", "/camunda/app/nothing/default/"})
    void addressWithNothingBehindItLeadsOn(String address) {
        HttpResponse<String> page = page(address, "Accept-Language", "zh-CN");

        assertThat(page.statusCode()).isIn(403, 404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(page.body()).contains("没有此页面", "/camunda/app/tasklist/").doesNotContain("Whitelabel");
        assertThat(get(address, "application/json").headers().firstValue("Content-Type"))
                .hasValueSatisfying(told -> assertThat(told).doesNotContain("text/html"));
    }

    /** Programs that accept pages get what they always get at the doors. */
    @Test
    void theDoorsAnswerAsPrograms() {
        assertThat(page("/api/v1/nothing").headers().firstValue("Content-Type"))
                .hasValueSatisfying(told -> assertThat(told).startsWith("application/problem+json"));
    }

    @Test
    void aReviewerAtAnotherWebAppIsToldSo() {
        WebApp reviewer = desk.reviewer("atwrongdoor", "appeal-review");

        for (String app : new String[] {"cockpit", "admin"}) {
            var told = reviewer.get("/camunda/app/" + app + "/default/");
            assertThat(told.status()).isEqualTo(403);
            assertThat(told.response().body()).contains("This page is not here, or not for you");
        }
        assertThat(reviewer.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(WebApp.open(walk.port()).get("/camunda/app/cockpit/default/").status())
                .as("whoever is not logged in may log in")
                .isEqualTo(200);
    }

    private HttpResponse<byte[]> get(String address, String accept, String... headers) {
        return send(address, accept, BodyHandlers.ofByteArray(), headers);
    }

    private HttpResponse<String> page(String address, String... headers) {
        return send(address, PAGE, BodyHandlers.ofString(), headers);
    }

    private <T> HttpResponse<T> send(String address, String accept, BodyHandler<T> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + walk.port() + address))
                .header("Accept", accept);
        try {
            return browser.send((headers.length == 0 ? request : request.headers(headers)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Otherwise the browser runs no script, and the page stays blank. The engine's own nonce is everybody's. */
    @Test
    void eachPageHasTheNonceOfItsOwnPolicy() {
        String address = "/camunda/app/tasklist/default/";
        List<String> wrong = new CopyOnWriteArrayList<>();
        AtOnce.times(8, reader -> {
            for (int n = 0; n < 60; n++) {
                HttpResponse<String> page = page(address);
                Matcher nonce = Pattern.compile("'nonce-([^']+)'")
                        .matcher(page.headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow());
                assertThat(nonce.find()).isTrue();
                if (!page.body().contains("nonce=\"" + nonce.group(1) + "\"")) {
                    wrong.add(nonce.group(1));
                }
            }
            return reader;
        });

        assertThat(wrong).isEmpty();
    }
}
