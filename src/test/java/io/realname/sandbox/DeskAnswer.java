package io.realname.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** What a desk has to say: the {@code Response} object, or a bare HTTP status instead; and how late. */
record DeskAnswer(int status, Optional<ObjectNode> response, Duration delay) {

    static DeskAnswer of(ObjectNode response) {
        return new DeskAnswer(200, Optional.of(response), Duration.ZERO);
    }

    /** {@code Response.Error}, with HTTP 200 like everything that the API itself answers. */
    static DeskAnswer error(String code) {
        ObjectNode response = Json.object();
        response.putObject("Error").put("Code", code).put("Message", "The sandbox refuses the request.");
        return of(response);
    }

    static DeskAnswer bare(int status) {
        return new DeskAnswer(status, Optional.empty(), Duration.ZERO);
    }

    DeskAnswer late(Duration newDelay) {
        return new DeskAnswer(status, response, newDelay);
    }
}
