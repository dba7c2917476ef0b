package io.realname.api.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Replaces the enums of answers by strings. A client that was generated from a closed enum fails on the first value
 * that was added later. So answers have strings, and {@code x-extensible-enum} lists the values of today. The enums of
 * requests stay closed: other values are refused.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class OpenEnums implements GlobalOpenApiCustomizer {

    static final String EXTENSION = "x-extensible-enum";

    private static final String GROWS = "More values may be added; be prepared for one that you do not know.";

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Set<String> seen = new HashSet<>();
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .map(Operation::getResponses)
                .flatMap(responses -> responses.values().stream())
                .map(ApiResponse::getContent)
                .flatMap(content -> content == null ? Stream.empty() : content.values().stream())
                .map(MediaType::getSchema)
                .forEach(schema -> open(schema, schemas, seen));
    }

    private static void open(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> seen) {
        if (schema == null) {
            return;
        }
        String ref = schema.get$ref();
        if (ref != null) {
            String name = ref.substring(ref.lastIndexOf('/') + 1);
            if (seen.add(name)) {
                open(schemas.get(name), schemas, seen);
            }
            return;
        }
        if (schema.getEnum() != null) {
            open(schema, schema.getEnum());
        }
        open(schema.getItems(), schemas, seen);
        Stream.of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())
                .flatMap(parts -> parts == null ? Stream.empty() : parts.stream())
                .forEach(part -> open(part, schemas, seen));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> open(property, schemas, seen));
        }
    }

    static void open(Schema<?> schema, List<?> known) {
        schema.addExtension(EXTENSION, List.copyOf(known));
        schema.setEnum(null);
        String description = schema.getDescription();
        schema.setDescription(description == null ? GROWS : description + ". " + GROWS);
    }
}
