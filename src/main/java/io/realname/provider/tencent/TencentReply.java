package io.realname.provider.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.provider.ProviderReply;

/** What came of one call, before anyone asks what it means for the applicant. */
sealed interface TencentReply extends ProviderReply {

    @Override
    default boolean isTrouble() {
        return this instanceof Refused refused
                ? refused.errorCode().startsWith("InternalError")
                : this instanceof NotProcessed || this instanceof Lost;
    }

    /** The {@code Response} object of a call that the API carried out. It may hold personal values: never logged. */
    record Answered(JsonNode response, String requestId) implements TencentReply {

        @Override
        public String toString() {
            return "Answered[requestId=" + requestId + "]";
        }
    }

    /** {@code Response.Error}: the API says no. The message is left out, it may quote the request. */
    record Refused(String errorCode, String requestId) implements TencentReply {

        /** For whoever looks into it. */
        String reason() {
            return errorCode + ", request " + requestId;
        }
    }

    /** The API surely didn't see the request. */
    record NotProcessed(String reason) implements TencentReply {}

    /** The request was sent, and what became of it is not known. */
    record Lost(String reason) implements TencentReply {}
}
