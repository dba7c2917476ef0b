package io.realname.process.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.process.ClientMessage;
import io.realname.process.ClientProcess;
import io.realname.process.NewApplicationId;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Parses the requests of clients to the engine's REST API, and writes new requests for the engine. The engine gets only
 * the fields that this class names, and exactly the values that were checked.
 */
@Component
class EngineDoorRequests {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @param body the request for the engine */
    record Message(ClientMessage message, UUID application, String body) {}

    /**
     * Reads a start request; it has the one variable that all our processes have. Creates the business key: if clients
     * could choose it, a client could choose the id of another client's application.
     *
     * @return the request for the engine
     */
    String start(String body) {
        ObjectNode request = read(body);
        allowOnly(request, Set.of("variables"));
        ObjectNode variables = object(request, "/", "variables");
        allowOnly(variables, Set.of(ClientProcess.INPUT));
        ObjectNode started = JSON.createObjectNode();
        started.put("businessKey", NewApplicationId.next().toString());
        started.putObject("variables")
                .set(ClientProcess.INPUT, transientVariable(variables, "/variables/", ClientProcess.INPUT, "Json"));
        return started.toString();
    }

    Message message(String body) {
        ObjectNode request = read(body);
        allowOnly(request, Set.of("messageName", "businessKey", "processVariables"));
        ClientMessage message = ClientMessage.of(text(request, "messageName"))
                .orElseThrow(() -> refused("/messageName", "UNKNOWN_MESSAGE"));
        UUID application = id(text(request, "businessKey"));
        ObjectNode correlated = JSON.createObjectNode();
        correlated.put("messageName", message.messageName());
        correlated.put("businessKey", application.toString());
        String input = message.input();
        if (input == null) {
            allowOnly(request, Set.of("messageName", "businessKey"));
        } else {
            ObjectNode variables = object(request, "/", "processVariables");
            allowOnly(variables, Set.of(input));
            String type = message == ClientMessage.BANK_CARD_SUBMITTED ? null : "String";
            correlated
                    .putObject("processVariables")
                    .set(input, transientVariable(variables, "/processVariables/", input, type));
        }
        return new Message(message, application, correlated.toString());
    }

    /** @param type the required type; if absent, {@code String} or {@code Json} */
    private static ObjectNode transientVariable(ObjectNode variables, String at, String name, @Nullable String type) {
        ObjectNode variable = object(variables, at, name);
        allowOnly(variable, Set.of("value", "type", "valueInfo"));
        String actual = variable.path("type").asText("String");
        if (type == null ? !Set.of("String", "Json").contains(actual) : !actual.equals(type)) {
            throw refused(at + name + "/type", "WRONG_TYPE");
        }
        JsonNode value = variable.path("value");
        if (!value.isTextual()) {
            throw refused(at + name + "/value", value.isMissingNode() ? "REQUIRED" : "WRONG_TYPE");
        }
        if (!variable.path("valueInfo").path("transient").isBoolean()
                || !variable.path("valueInfo").path("transient").booleanValue()) {
            throw refused(at + name, "NOT_TRANSIENT");
        }
        ObjectNode passed = JSON.createObjectNode();
        passed.put("type", actual);
        passed.put("value", value.textValue());
        passed.putObject("valueInfo").put("transient", true);
        return passed;
    }

    private static ObjectNode read(String body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
            throw refused("", "WRONG_TYPE");
        } catch (JsonProcessingException e) {
            throw refused("", "NOT_JSON");
        }
    }

    private static ObjectNode object(ObjectNode parent, String at, String name) {
        JsonNode child = parent.path(name);
        if (child instanceof ObjectNode object) {
            return object;
        }
        throw refused(at + name, child.isMissingNode() ? "REQUIRED" : "WRONG_TYPE");
    }

    private static String text(ObjectNode parent, String name) {
        JsonNode child = parent.path(name);
        if (child.isTextual()) {
            return child.textValue();
        }
        throw refused("/" + name, child.isMissingNode() ? "REQUIRED" : "WRONG_TYPE");
    }

    /** The refusal does not name the unknown field: the client chose the name, and it may contain personal data. */
    private static void allowOnly(ObjectNode object, Set<String> allowed) {
        object.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw refused("", "UNKNOWN_FIELD");
            }
        });
    }

    /** A text that is not a UUID is no application's id. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RefusalException(Refusal.of(RefusalCode.NOT_FOUND));
        }
    }

    private static RefusalException refused(String pointer, String code) {
        return new RefusalException(Refusal.malformed(pointer, code));
    }
}
