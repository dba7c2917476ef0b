package io.realname.provider.jdcloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.provider.ProviderReply;

/** The result of one call, before its meaning for the applicant is known. */
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
     * @param success the answer, true or false; not known if {@code hasException} is true
     * @param hasException whether something failed behind the API
     * @param code the API's own code, safe for a log line
     * @param detail JSON as a text or an object; it may contain the amount, so it is never logged
     */
    record Answered(boolean success, boolean hasException, String code, JsonNode detail, String requestId)
            implements JdCloudReply {

        /** The code and the request id, for the log. */
        String reason() {
            return "code " + code + ", request " + requestId;
        }

        @Override
        public String toString() {
            return "Answered[success=" + success + ", hasException=" + hasException + ", " + reason() + "]";
        }
    }

    /**
     * The API refuses our request: access key, quota, arrears, or a request that it does not accept. Nothing was done.
     */
    record Refused(String reason) implements JdCloudReply {}

    /** Our own limit of calls is reached. */
    record OurLimit(String reason) implements JdCloudReply {}

    /** There were too many calls. Nothing was done, and the API is up. */
    record Limited(String reason) implements JdCloudReply {}

    /** The request certainly did not reach the API. */
    record NotProcessed(String reason) implements JdCloudReply {}

    /** The request was sent, but its result is not known. */
    record Lost(String reason) implements JdCloudReply {}
}
