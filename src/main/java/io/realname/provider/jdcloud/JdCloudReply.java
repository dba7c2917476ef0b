package io.realname.provider.jdcloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.provider.ProviderReply;

/** What came of one call, before anyone asks what it means for the applicant. */
sealed interface JdCloudReply extends ProviderReply {

    @Override
    default boolean isTrouble() {
        return this instanceof Answered answered
                ? answered.hasException()
                : this instanceof NotProcessed || this instanceof Lost;
    }

    /**
     * A result.
     *
     * @param success yes or no, unless
     * @param hasException something went wrong behind the API: then neither is known
     * @param code the API's own, fit for a log line
     * @param detail JSON as a text or an object; may tell the amount: never logged
     */
    record Answered(boolean success, boolean hasException, String code, JsonNode detail, String requestId)
            implements JdCloudReply {

        /** For whoever looks into it. */
        String reason() {
            return "code " + code + ", request " + requestId;
        }

        @Override
        public String toString() {
            return "Answered[success=" + success + ", hasException=" + hasException + ", " + reason() + "]";
        }
    }

    /** The API says no to us: key, quota, arrears, or a request that it doesn't take. Nothing was done. */
    record Refused(String reason) implements JdCloudReply {}

    /** Too many calls: nothing was done, and the API is up. */
    record Limited(String reason) implements JdCloudReply {}

    /** The API surely didn't see the request. */
    record NotProcessed(String reason) implements JdCloudReply {}

    /** The request was sent, and what became of it is not known. */
    record Lost(String reason) implements JdCloudReply {}
}
