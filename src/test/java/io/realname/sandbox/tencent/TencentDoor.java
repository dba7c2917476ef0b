package io.realname.sandbox.tencent;

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
 * The endpoint of Tencent's API 3.0. Checks the signature, finds the desk by action and version, and answers with HTTP
 * 200, errors included. Logs actions and ids, but not the content of requests and answers.
 */
public final class TencentDoor {

    private static final Logger log = LoggerFactory.getLogger(TencentDoor.class);

    /** One action in one version. */
    public record Service(String version, boolean needsRegion, Desk desk) {}

    private final Tc3Signature signature;
    private final Map<String, Service> services;
    private final Script script;
    private final Calls calls;
    private final Messenger messenger;

    public TencentDoor(
            Tc3Signature signature, Map<String, Service> services, Script script, Calls calls, Messenger messenger) {
        this.signature = signature;
        this.services = Map.copyOf(services);
        this.script = script;
        this.calls = calls;
        this.messenger = messenger;
    }

    public void handle(HttpExchange exchange) throws IOException, InterruptedException {
        ApiRequest request = ApiRequest.read(exchange);
        String action = request.action();
        String requestId = UUID.randomUUID().toString();
        calls.count(action);

        DeskAnswer answer = answer(request, requestId);
        log.info(
                "{} {}: HTTP {}", services.containsKey(action) ? action : "unknown action", requestId, answer.status());
        Optional<ObjectNode> body =
                answer.error().map(TencentDoor::error).or(answer::response).map(response -> body(response, requestId));
        messenger.bring(exchange, action, answer.status(), body, answer.delay());
    }

    /** {@code Response.Error}, with HTTP 200 like everything that the API itself answers. */
    private static ObjectNode error(String code) {
        ObjectNode response = Json.object();
        response.putObject("Error").put("Code", code).put("Message", "The sandbox refuses the request.");
        return response;
    }

    private static ObjectNode body(ObjectNode response, String requestId) {
        ObjectNode body = Json.object();
        body.set("Response", response.put("RequestId", requestId));
        return body;
    }

    private DeskAnswer answer(ApiRequest request, String requestId) {
        Optional<DeskAnswer> scripted = script.nextAnswer(request.action());
        if (scripted.isPresent()) {
            return scripted.get();
        }
        Optional<String> refusal = signature.refusal(request);
        if (refusal.isPresent()) {
            return DeskAnswer.error(refusal.get());
        }
        Service service = services.get(request.action());
        if (service == null) {
            return DeskAnswer.error("InvalidAction");
        }
        if (!service.version().equals(request.version())) {
            return DeskAnswer.error("NoSuchVersion");
        }
        if (service.needsRegion() && request.header("X-TC-Region").isEmpty()) {
            return DeskAnswer.error("MissingParameter");
        }
        Optional<JsonNode> body = Json.parse(request.text());
        return body.isPresent() ? service.desk().serve(body.get(), requestId) : DeskAnswer.error("InvalidParameter");
    }
}
