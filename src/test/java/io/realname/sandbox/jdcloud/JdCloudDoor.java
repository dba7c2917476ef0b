package io.realname.sandbox.jdcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.realname.sandbox.ApiRequest;
import io.realname.sandbox.Calls;
import io.realname.sandbox.Desk;
import io.realname.sandbox.DeskAnswer;
import io.realname.sandbox.Json;
import io.realname.sandbox.Messenger;
import io.realname.sandbox.Script;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint of JD Cloud's cloudauth, version 1. Checks the signature and finds the desk by the path. Unlike
 * Tencent's API, it answers errors with HTTP statuses. Logs actions and ids, but not the content of requests and
 * answers.
 */
public final class JdCloudDoor {

    /** Its path on the server. */
    public static final String PATH = "/v1/";

    private static final Logger log = LoggerFactory.getLogger(JdCloudDoor.class);

    private static final Map<String, Integer> STATUS_OF_ERROR = Map.of(
            "UNAUTHENTICATED", 401,
            "PERMISSION_DENIED", 403,
            "NOT_FOUND", 404,
            "QUOTA_EXCEEDED", 403,
            "TOO_MANY_REQUESTS", 429,
            "INTERNAL", 500,
            "UNAVAILABLE", 503);

    private final Jdcloud2Signature signature;
    private final Map<String, Desk> desks;
    private final Script script;
    private final Calls calls;
    private final Messenger messenger;

    public JdCloudDoor(
            Jdcloud2Signature signature, Map<String, Desk> desks, Script script, Calls calls, Messenger messenger) {
        this.signature = signature;
        this.desks = Map.copyOf(desks);
        this.script = script;
        this.calls = calls;
        this.messenger = messenger;
    }

    public void handle(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        String action = exchange.getRequestURI().getPath().substring(PATH.length());
        ApiRequest request = ApiRequest.read(exchange);
        String requestId = UUID.randomUUID().toString();
        calls.count(action);

        DeskAnswer answer = answer(path, action, request, requestId);
        int status = answer.error()
                .map(word -> STATUS_OF_ERROR.getOrDefault(word, 400))
                .orElse(answer.status());
        log.info("{} {}: HTTP {}", desks.containsKey(action) ? action : "unknown action", requestId, status);
        Optional<ObjectNode> body = answer.error()
                .map(word -> error(word, status))
                .or(answer::response)
                .map(object -> object.put("requestId", requestId));
        messenger.bring(exchange, action, status, body, answer.delay());
    }

    private DeskAnswer answer(String path, String action, ApiRequest request, String requestId) {
        Optional<DeskAnswer> scripted = script.nextAnswer(action);
        if (scripted.isPresent()) {
            return scripted.get();
        }
        if (signature.refusal(path, request).isPresent()) {
            return DeskAnswer.error("UNAUTHENTICATED");
        }
        Desk desk = desks.get(action);
        if (desk == null) {
            return DeskAnswer.error("NOT_FOUND");
        }
        Optional<JsonNode> body = Json.parse(request.text());
        return body.isPresent() ? desk.serve(body.get(), requestId) : DeskAnswer.error("INVALID_ARGUMENT");
    }

    private static ObjectNode error(String word, int status) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("code", status)
                .put("status", word)
                .put("message", "The sandbox refuses the request.");
        return body;
    }
}
