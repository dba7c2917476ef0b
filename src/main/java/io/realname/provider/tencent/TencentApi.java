package io.realname.provider.tencent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import io.realname.provider.WireWord;
import io.realname.tracing.Traces;
import java.io.IOException;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * One service of Tencent's API 3.0 in one version. A call sends at most one request. It returns failures of the
 * provider or the network as a value and throws no exception for them.
 */
final class TencentApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CommonClient client;
    private final Traces traces;

    TencentApi(CommonClient client, Traces traces) {
        this.client = client;
        this.traces = traces;
    }

    /** A new, empty request. */
    static ObjectNode request() {
        return JSON.createObjectNode();
    }

    /** Sends the request, once. */
    TencentReply call(String action, ObjectNode request) {
        String answer;
        try (Traces.Part part = traces.begin(action)) {
            part.with("provider", "tencent");
            answer = client.call(action, request.toString());
        } catch (TencentCloudSDKException e) {
            return failed(e);
        } catch (RuntimeException e) {
            // The SDK throws on JSON that does not have its own form, for example an empty object.
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

    // The exception's message is not used: the provider's text may quote the request.
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

    // The API answers 200 to all requests that it processes, also for its own errors. So another status comes from a
    // proxy or gateway in front of it that did not let the request through, and nothing was billed. Two statuses of a
    // gateway are different: it passed the request on and got no proper answer (502), or no answer in time (504). That
    // request may have been processed.
    private static TencentReply ofStatus(int status) {
        String reason = "HTTP status " + status;
        return status == 502 || status == 504 ? new TencentReply.Lost(reason) : new TencentReply.NotProcessed(reason);
    }
}
