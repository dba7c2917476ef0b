package io.realname.api;

import io.realname.web.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Adds to the API document the refusals that routes have in common; a route's own words for one stay. */
@Component
class CommonAnswers implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance()
                .readAll(new AnnotatedType(Problem.class))
                .forEach((name, schema) -> api.getComponents().getSchemas().putIfAbsent(name, schema));
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> add(path, method, operation)));
    }

    private static void add(String path, HttpMethod method, Operation operation) {
        operation.setOperationId(name(path, method));
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        boolean ofOne = path.contains("/{id}");
        if (!open) {
            add(operation, "401", "UNAUTHORIZED");
            add(operation, "403", "FORBIDDEN");
            add(operation, "503", "SERVICE_UNAVAILABLE: Retry-After says when");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "400", "MALFORMED_REQUEST: errors says where");
            add(operation, "413", "PAYLOAD_TOO_LARGE");
            add(operation, "415", "UNSUPPORTED_MEDIA_TYPE");
        } else if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> !"path".equals(parameter.getIn()))) {
            add(operation, "400", "MALFORMED_REQUEST: errors says where");
        }
        if (ofOne || path.endsWith("/verification")) {
            add(operation, "404", ofOne ? "NOT_FOUND, also for another client's" : "NOT_FOUND");
        }
        if (ofOne && method != HttpMethod.GET) {
            add(operation, "409", "ACTION_NOT_EXPECTED");
        }
        if (method == HttpMethod.POST) {
            also(operation, "409", "REQUEST_IN_PROGRESS");
            add(operation, "422", "");
            also(operation, "422", "IDEMPOTENCY_KEY_REUSED");
        }
    }

    /** {@code postVerificationsIdMobileCode}: the generated names are numbered in an order that nobody promises. */
    private static String name(String path, HttpMethod method) {
        return Stream.of(path.replace("/api/v1", "").split("[/{}-]+", -1))
                .filter(word -> !word.isEmpty())
                .map(StringUtils::capitalize)
                .collect(Collectors.joining("", method.name().toLowerCase(Locale.ROOT), ""));
    }

    private static void add(Operation operation, String status, String description) {
        if (operation.getResponses().containsKey(status)) {
            return;
        }
        ApiResponse response = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<Problem>().$ref("Problem"))));
        operation.getResponses().addApiResponse(status, response);
    }

    private static void also(Operation operation, String status, String code) {
        ApiResponse response = operation.getResponses().get(status);
        if (response != null) {
            String others = response.getDescription();
            response.setDescription(others.isEmpty() ? code : others + "; " + code);
        }
    }
}
