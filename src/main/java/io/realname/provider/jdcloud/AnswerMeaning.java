package io.realname.provider.jdcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.realname.provider.WireWord;
import java.io.IOException;
import java.util.List;

/**
 * Interprets an HTTP answer. The API uses HTTP statuses itself. So its own answers, JSON with {@code error} or
 * {@code requestId}, are distinguished from those of a proxy or gateway in front of it.
 */
final class AnswerMeaning {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Parts of {@code error.status} that need an operator's action, whatever the HTTP status is. */
    private static final List<String> FOR_THE_OPERATOR = List.of(
            "UNAUTH", "PERMISSION", "FORBIDDEN", "DENIED", "SIGNATURE", "QUOTA", "EXHAUSTED", "ARREARS", "BALANCE");

    private AnswerMeaning() {}

    // The provider's messages are not used: they may quote the request.
    static JdCloudReply of(int status, byte[] body) {
        JsonNode answer = parse(body);
        boolean isOfTheApi =
                answer.path("error").isObject() || answer.path("requestId").isTextual();
        String requestId = WireWord.of(answer.path("requestId").asText(""));
        String word = WireWord.of(answer.path("error").path("status").asText(""));
        String reason = "HTTP status " + status + (isOfTheApi ? ", error " + word + ", request " + requestId : "");
        if (status == 429) {
            return new JdCloudReply.Limited(reason);
        }
        if (status == 401 || status == 403 || FOR_THE_OPERATOR.stream().anyMatch(word::contains)) {
            return new JdCloudReply.Refused(reason);
        }
        if (status == 200) {
            return answer.path("error").isObject() ? new JdCloudReply.Lost(reason) : result(answer, requestId);
        }
        return isOfTheApi ? ofTheApi(status, reason) : ofSomethingInFront(status, reason);
    }

    /**
     * A 4xx means that the API refuses the request, and would refuse it again. With any other status the API has failed
     * itself, and the bank may already have been asked.
     */
    private static JdCloudReply ofTheApi(int status, String reason) {
        return status >= 400 && status < 500 ? new JdCloudReply.Refused(reason) : new JdCloudReply.Lost(reason);
    }

    /**
     * The proxy or gateway did not let the request through. Two statuses of a gateway are different: it passed the
     * request on and got no proper answer (502), or no answer in time (504).
     */
    private static JdCloudReply ofSomethingInFront(int status, String reason) {
        return status == 502 || status == 504 || status / 100 == 2
                ? new JdCloudReply.Lost(reason)
                : new JdCloudReply.NotProcessed(reason);
    }

    private static JdCloudReply result(JsonNode answer, String requestId) {
        JsonNode result = answer.path("result");
        if (result.path("authInfo").isObject()) {
            result = result.path("authInfo"); // the older form
        }
        JsonNode success = result.path("success");
        JsonNode hasException = result.path("hasException");
        if (!success.isBoolean() || !hasException.isBoolean()) {
            return new JdCloudReply.Lost("unreadable answer, request " + requestId);
        }
        return new JdCloudReply.Answered(
                success.booleanValue(),
                hasException.booleanValue(),
                WireWord.of(result.path("code").asText("")),
                result.path("detail"),
                requestId);
    }

    /** The order number in {@code detail}; {@link WireWord#UNREADABLE} if there is none. */
    static String orderNumber(JsonNode detail) {
        JsonNode order = detail;
        if (detail.isTextual()) {
            try {
                order = JSON.readTree(detail.textValue());
            } catch (JsonProcessingException e) {
                return WireWord.UNREADABLE;
            }
        }
        return WireWord.of(order.path("orderNumber").asText(""));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
