package io.realname.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Applicant;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * As {@link Visit}, at a system that has too much to do. Who is refused before the application was accepted goes away. Who is
 * refused later comes back after the time that the answer names, with the same idempotency key.
 */
final class PatientVisit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Mall mall;
    private final Storm seen;

    PatientVisit(Mall mall, Storm seen) {
        this.mall = mall;
        this.seen = seen;
    }

    void of(Applicant applicant) throws IOException, InterruptedException {
        if (seen.isRefused(mall.send(mall.account(applicant)))) {
            return;
        }
        HttpRequest start = mall.start(applicant);
        long before = System.nanoTime();
        HttpResponse<String> started = mall.send(start);
        if (seen.isRefused(started)) {
            return;
        }
        seen.accepted(System.nanoTime() - before);
        String id = JSON.readTree(started.body()).at("/id").asText();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            JsonNode now = patiently(mall.wait(id));
            if (now.at("/action/type").asText().equals("SUBMIT_MOBILE_CODE")) {
                String code = JSON.readTree(mall.send(mall.inbox(applicant)).body())
                        .at("/0/code")
                        .asText();
                patiently(mall.code(id, code));
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
            HttpResponse<String> response = mall.send(request);
            if (!seen.isToldToComeBack(response) || Instant.now().isAfter(end)) {
                return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
            }
            Thread.sleep(Duration.ofSeconds(
                            response.headers().firstValueAsLong("Retry-After").orElse(5))
                    .toMillis());
        }
    }
}
