package io.realname.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * As {@link Visit}, at a system that has too much to do. Who is refused before the application was accepted goes away. Who is
 * refused later comes back after the time that the answer names, with the same idempotency key.
 */
final class PatientVisit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http;
    private final String system;
    private final String sandbox;
    private final String authorization;
    private final Storm seen;

    PatientVisit(HttpClient http, String system, String sandbox, String secret, Storm seen) {
        this.http = http;
        this.system = system;
        this.sandbox = sandbox;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("mall:" + secret).getBytes(StandardCharsets.UTF_8));
        this.seen = seen;
    }

    void of(Applicant applicant) throws IOException, InterruptedException {
        HttpResponse<String> known = send(request("PUT", "/api/v1/accounts/" + applicant.account(), """
                {"site":"JD_MALL","kind":"PERSONAL"}"""));
        if (seen.isRefused(known)) {
            return;
        }
        long before = System.nanoTime();
        HttpResponse<String> started = send(
                request("POST", "/api/v1/verifications", applicant.application().toString()));
        if (seen.isRefused(started)) {
            return;
        }
        seen.accepted(System.nanoTime() - before);
        String path = "/api/v1/verifications/"
                + JSON.readTree(started.body()).at("/id").asText();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            JsonNode now = patiently(request("GET", path + "?wait=30", ""));
            if (now.at("/action/type").asText().equals("SUBMIT_MOBILE_CODE")) {
                String code = JSON.readTree(
                                send(HttpRequest.newBuilder(URI.create(sandbox + "/inbox/" + applicant.mobile()))
                                                .build())
                                        .body())
                        .at("/0/code")
                        .asText();
                patiently(request("POST", path + "/mobile-code", "{\"code\":\"" + code + "\"}"));
            } else if (!now.at("/status").asText().equals("IN_PROGRESS")) {
                seen.ended(now.at("/outcome/code").asText(now.at("/action/type").asText()));
                return;
            }
        }
        seen.ended("still IN_PROGRESS");
    }

    private JsonNode patiently(HttpRequest request) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            HttpResponse<String> response = send(request);
            if (!seen.isToldToComeBack(response) || Instant.now().isAfter(end)) {
                return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
            }
            Thread.sleep(Duration.ofSeconds(
                            response.headers().firstValueAsLong("Retry-After").orElse(5))
                    .toMillis());
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization);
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request.build();
    }
}
