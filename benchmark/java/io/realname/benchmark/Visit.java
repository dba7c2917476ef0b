package io.realname.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Applicant;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.BiConsumer;

/**
 * One person verifies herself: her account is made known, she starts, waits for the SMS, types the code, and waits for the
 * outcome.
 */
public final class Visit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mall mall;
    private final BiConsumer<Step, Long> took;

    /** @param took is told how long each step took, in nanoseconds */
    Visit(Mall mall, BiConsumer<Step, Long> took) {
        this.mall = mall;
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
        timed(Step.ACCOUNT, mall.account(applicant));
        String id = timed(Step.START, mall.start(applicant)).at("/id").asText();
        JsonNode waiting = timed(Step.CODE_SENT, mall.wait(id));
        require(waiting, "/action/type", "SUBMIT_MOBILE_CODE");
        String code = answered(mall.inbox(applicant)).at("/0/code").asText();
        timed(Step.CODE_TYPED, mall.code(id, code));
        JsonNode ended = timed(Step.OUTCOME, mall.wait(id));
        require(ended, "/outcome/code", "VERIFIED");
    }

    private JsonNode timed(Step step, HttpRequest request) throws IOException, InterruptedException {
        long before = System.nanoTime();
        JsonNode answer = answered(request);
        took.accept(step, System.nanoTime() - before);
        return answer;
    }

    private JsonNode answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = mall.send(request);
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
