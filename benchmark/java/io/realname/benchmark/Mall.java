package io.realname.benchmark;

import io.realname.app.Applicant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** The client app through which people verify, and their telephones. */
final class Mall {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Longer than any request may wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http;
    private final String system;
    private final String sandbox;
    private final String authorization;

    Mall(HttpClient http, String system, String sandbox, String secret) {
        this.http = http;
        this.system = system;
        this.sandbox = sandbox;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("mall:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** Her account is made known. */
    HttpRequest account(Applicant applicant) {
        return request("PUT", "/api/v1/accounts/" + applicant.account(), """
                {"site":"JD_MALL","kind":"PERSONAL"}""");
    }

    HttpRequest start(Applicant applicant) {
        return request("POST", "/api/v1/verifications", applicant.application().toString());
    }

    /** Waits up to half a minute for the next thing to happen. */
    HttpRequest wait(String application) {
        return request("GET", path(application) + "?wait=" + LONGEST_WAIT.toSeconds(), "");
    }

    HttpRequest code(String application, String code) {
        return request("POST", path(application) + "/mobile-code", "{\"code\":\"" + code + "\"}");
    }

    /** The messages on her telephone. */
    HttpRequest inbox(Applicant applicant) {
        return HttpRequest.newBuilder(URI.create(sandbox + "/inbox/" + applicant.mobile()))
                .build();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static String path(String application) {
        return "/api/v1/verifications/" + application;
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", authorization);
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request.build();
    }
}
