package io.realname.api.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Marks the fields that a record always has, as the record itself defines them: a component is required unless it is
 * {@link Nullable}. If the record has {@code @JsonInclude(ALWAYS)}, a nullable component is required and may be
 * {@code null}.
 */
@Component
class RequiredFields implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            String ref = resolved.get$ref();
            Schema<?> model =
                    ref == null ? resolved : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                mark(model, raw);
            }
        }
        return resolved;
    }

    private static void mark(Schema<?> model, Class<?> type) {
        Set<String> required = new TreeSet<>(model.getRequired() == null ? List.of() : model.getRequired());
        for (RecordComponent component : type.getRecordComponents()) {
            if (model.getProperties().containsKey(component.getName())) {
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                if (!nullable || isAlwaysWritten(type)) {
                    required.add(component.getName());
                }
                if (nullable && isAlwaysWritten(type)) {
                    model.getProperties().computeIfPresent(component.getName(), (name, schema) -> orNull(schema));
                }
            }
        }
        model.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static boolean isAlwaysWritten(Class<?> type) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.ALWAYS;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.getAnyOf() != null) {
            return schema;
        }
        if (schema.get$ref() == null) {
            schema.addType(NULL);
            return schema;
        }
        Schema<?> either = new JsonSchema();
        either.setAnyOf(List.of(new JsonSchema().$ref(schema.get$ref()), new JsonSchema().types(Set.of(NULL))));
        either.setDescription(schema.getDescription());
        return either;
    }
}
