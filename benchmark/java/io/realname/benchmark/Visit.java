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
import java.util.Base64;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * One person verifies herself: her account is made known, she starts, waits for the SMS, types the code, and waits for the
 * outcome.
 */
public final class Visit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String system;
    private final String sandbox;
    private final String authorization;
    private final BiConsumer<Step, Long> took;

    /** @param took is told how long each step took, in nanoseconds */
    Visit(HttpClient http, String system, String sandbox, String secret, BiConsumer<Step, Long> took) {
        this.http = http;
        this.system = system;
        this.sandbox = sandbox;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("mall:" + secret).getBytes(StandardCharsets.UTF_8));
        this.took = took;
    }

    /** What a visit consists of, as the client sees it. */
    public enum Step {
        ACCOUNT,
        START,
        CODE_SENT,
        CODE_TYPED,
        OUTCOME
    }

    /** @throws IllegalStateException if she is not verified */
    void of(Applicant applicant) throws IOException, InterruptedException {
        timed(Step.ACCOUNT, request("PUT", "/api/v1/accounts/" + applicant.account(), """
                {"site":"JD_MALL","kind":"PERSONAL"}"""));
        JsonNode started = timed(
                Step.START,
                request("POST", "/api/v1/verifications", applicant.application().toString()));
        String path = "/api/v1/verifications/" + started.at("/id").asText();
        JsonNode waiting = timed(Step.CODE_SENT, request("GET", path + "?wait=30", ""));
        require(waiting, "/action/type", "SUBMIT_MOBILE_CODE");
        String code = answered(HttpRequest.newBuilder(URI.create(sandbox + "/inbox/" + applicant.mobile()))
                        .build())
                .at("/0/code")
                .asText();
        timed(Step.CODE_TYPED, request("POST", path + "/mobile-code", "{\"code\":\"" + code + "\"}"));
        JsonNode ended = timed(Step.OUTCOME, request("GET", path + "?wait=30", ""));
        require(ended, "/outcome/code", "VERIFIED");
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization);
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request.build();
    }

    private JsonNode timed(Step step, HttpRequest request) throws IOException, InterruptedException {
        long before = System.nanoTime();
        JsonNode answer = answered(request);
        took.accept(step, System.nanoTime() - before);
        return answer;
    }

    private JsonNode answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(request.method() + " "
                    + request.uri().getPath() + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    private static void require(JsonNode answer, String pointer, String expected) {
        if (!answer.at(pointer).asText().equals(expected)) {
            throw new IllegalStateException("Not " + expected + ": " + answer);
        }
    }
}
