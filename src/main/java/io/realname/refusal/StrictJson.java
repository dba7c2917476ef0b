package io.realname.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the contract's JSON strictly: unknown fields are refused, and no value is converted to another type. */
public final class StrictJson {

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
            .withCoercionConfig(
                    LogicalType.Boolean,
                    coercions -> coercions
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private StrictJson() {}

    /**
     * Reads a form. The parser's messages quote the input, so they are not passed on.
     *
     * @throws RefusalException {@code MALFORMED_REQUEST}
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T form = JSON.readValue(json, type);
            if (form == null) {
                throw new RefusalException(Refusal.malformed("", "REQUIRED"));
            }
            return form;
        } catch (UnrecognizedPropertyException e) {
            throw new RefusalException(Refusal.malformed(
                    pointer(e.getPath().subList(0, e.getPath().size() - 1)), "UNKNOWN_FIELD"));
        } catch (JsonMappingException e) {
            throw new RefusalException(Refusal.malformed(pointer(e.getPath()), "WRONG_TYPE"));
        } catch (JsonProcessingException e) {
            throw new RefusalException(Refusal.malformed("", "NOT_JSON"));
        }
    }

    /**
     * Reads an object that has only this one text field.
     *
     * @throws RefusalException {@code MALFORMED_REQUEST}
     */
    public static String text(String json, String field) {
        JsonNode read = tree(json);
        JsonNode value = read.path(field);
        if (!value.isTextual()) {
            throw new RefusalException(
                    Refusal.malformed("/" + field, value.isMissingNode() ? "REQUIRED" : "WRONG_TYPE"));
        }
        if (read.size() > 1) {
            throw new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD"));
        }
        return value.textValue();
    }

    /**
     * The same text for equal values: without white space, and with the fields of each object sorted by name.
     *
     * @throws RefusalException {@code MALFORMED_REQUEST}
     */
    public static String canonical(String json) {
        try {
            return CANONICAL.writeValueAsString(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new RefusalException(Refusal.malformed("", "NOT_JSON"));
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new RefusalException(Refusal.malformed("", "NOT_JSON"));
        }
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
