package io.realname.provider.tencent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import io.realname.provider.WireWord;
import java.io.IOException;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * One service of Tencent's API 3.0 in one version. A call is one request over the wire at most, and its result a value:
 * nothing is thrown for what the provider or the network does.
 */
final class TencentApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CommonClient client;

    TencentApi(CommonClient client) {
        this.client = client;
    }

    /** An empty request, to be filled. */
    static ObjectNode request() {
        return JSON.createObjectNode();
    }

    /** Sends the request, once. */
    TencentReply call(String action, ObjectNode request) {
        String answer;
        try {
            answer = client.call(action, request.toString());
        } catch (TencentCloudSDKException e) {
            return failed(e);
        } catch (RuntimeException e) {
            // The SDK stumbles over answers that are JSON but not its own, an empty object for one.
            return new TencentReply.Lost("unreadable answer: " + e.getClass().getSimpleName());
        }
        return read(answer);
    }

    private static TencentReply read(String answer) {
        JsonNode response;
        try {
            response = JSON.readTree(answer).path("Response");
        } catch (JsonProcessingException e) {
            return new TencentReply.Lost("unreadable answer: not JSON");
        }
        if (!response.isObject()) {
            return new TencentReply.Lost("unreadable answer: no Response");
        }
        return new TencentReply.Answered(
                response, WireWord.of(response.path("RequestId").asText("")));
    }

    // The exception's message is never used: the provider's text may quote what was asked.
    private static TencentReply failed(TencentCloudSDKException e) {
        NotSentException notSent = ExceptionUtils.throwableOfType(e, NotSentException.class);
        if (notSent != null) {
            return new TencentReply.NotProcessed(notSent.reason());
        }
        HttpStatusException status = ExceptionUtils.throwableOfType(e, HttpStatusException.class);
        if (status != null) {
            return ofStatus(status.status());
        }
        IOException io = ExceptionUtils.throwableOfType(e, IOException.class);
        if (io != null) {
            return new TencentReply.Lost("no answer: " + io.getClass().getSimpleName());
        }
        String errorCode = e.getErrorCode();
        if (errorCode == null || errorCode.isBlank()) {
            return new TencentReply.Lost("unreadable answer");
        }
        String requestId = e.getRequestId();
        return new TencentReply.Refused(WireWord.of(errorCode), WireWord.of(requestId == null ? "" : requestId));
    }

    // The API answers 200 to all that it processes, its own errors too. So another status comes from something in
    // front of it that didn't let the request through, and nothing was billed. Except for a gateway that says it did
    // pass the request on and got no proper answer (502) or none in time (504): that may have been processed.
    private static TencentReply ofStatus(int status) {
        String reason = "HTTP status " + status;
        return status == 502 || status == 504 ? new TencentReply.Lost(reason) : new TencentReply.NotProcessed(reason);
    }
}
