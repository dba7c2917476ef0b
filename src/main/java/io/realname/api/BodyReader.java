package io.realname.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.realname.application.Refusal;
import io.realname.application.RefusalException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads bodies strictly: what is not known is not passed over, and no value is bent to fit. */
@Component
class BodyReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercions -> coercions
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
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

    /** @throws RefusalException {@code MALFORMED_REQUEST} if the body is not an object of this form */
    <T> T form(String body, Class<T> form) {
        try {
            T read = JSON.readValue(body, form);
            if (read == null) {
                throw refused("", "REQUIRED");
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw refused("", "UNKNOWN_FIELD");
        } catch (JsonMappingException e) {
            throw refused(pointer(e), "WRONG_TYPE");
        } catch (JsonProcessingException e) {
            throw refused("", "NOT_JSON");
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
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
