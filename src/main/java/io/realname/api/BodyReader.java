package io.realname.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.realname.application.Refusal;
import io.realname.application.RefusalException;
import org.springframework.stereotype.Component;

/** Reads bodies of a single field. */
@Component
class BodyReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws RefusalException {@code MALFORMED_REQUEST} if the body is not an object with this one text */
    String text(String body, String field) {
        JsonNode read = read(body);
        JsonNode value = read.path(field);
        if (!value.isTextual()) {
            throw refused("/" + field, value.isMissingNode() ? "REQUIRED" : "WRONG_TYPE");
        }
        if (read.size() > 1) {
            throw refused("", "UNKNOWN_FIELD");
        }
        return value.textValue();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw refused("", "NOT_JSON");
        }
    }

    private static RefusalException refused(String pointer, String code) {
        return new RefusalException(Refusal.malformed(pointer, code));
    }
}
