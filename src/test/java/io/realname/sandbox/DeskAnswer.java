package io.realname.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** The answer of a desk: a response, or an error code, or only an HTTP status; and the delay before it is sent. */
public record DeskAnswer(int status, Optional<ObjectNode> response, Optional<String> error, Duration delay) {

    public static DeskAnswer of(ObjectNode response) {
        return new DeskAnswer(200, Optional.of(response), Optional.empty(), Duration.ZERO);
    }

    /** The endpoint of the API puts the code into the API's form. */
    public static DeskAnswer error(String code) {
        return new DeskAnswer(200, Optional.empty(), Optional.of(code), Duration.ZERO);
    }

    public static DeskAnswer bare(int status) {
        return new DeskAnswer(status, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    public DeskAnswer late(Duration newDelay) {
        return new DeskAnswer(status, response, error, newDelay);
    }
}
