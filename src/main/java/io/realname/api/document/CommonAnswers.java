package io.realname.api.document;

import io.realname.refusal.RefusalCode;
import io.realname.web.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Adds to the API document the refusals that many routes share. If a route describes a refusal itself, its text stays.
 * Each refusal is a problem. Each code that its description names gets an example with the text that a client receives.
 */
@Component
class CommonAnswers implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String RETRY_AFTER = "Retry-After";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]+[A-Z]");
    private static final Set<String> REFUSALS =
            Arrays.stream(RefusalCode.values()).map(RefusalCode::name).collect(Collectors.toUnmodifiableSet());

    private final ExampleProblems examples;

    CommonAnswers(ExampleProblems examples) {
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        components.addHeaders(
                RETRY_AFTER,
                new Header()
                        .description("Seconds after which the same request may be sent again")
                        .schema(new JsonSchema().types(Set.of("integer")).minimum(BigDecimal.ONE)));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        Set<String> codes = new TreeSet<>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    add(path, method, operation);
                    if (operation.getParameters() != null) {
                        operation.getParameters().forEach(CommonAnswers::describe);
                    }
                    operation.getResponses().forEach((name, response) -> {
                        HttpStatus status = HttpStatus.valueOf(Integer.parseInt(name));
                        if (status.isError()) {
                            response.setContent(problem());
                            codes.addAll(illustrate(operation, status, response, components));
                        }
                    });
                }));
        OpenEnums.open(code(components), List.copyOf(codes));
    }

    private static Schema<?> code(Components components) {
        Schema<?> problem = Objects.requireNonNull(components.getSchemas().get("Problem"));
        return Objects.requireNonNull(problem.getProperties().get("code"));
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "id" -> parameter.setDescription("Of the application, as its start gave it");
            case "userName" -> parameter.setDescription("Of the account, as its site knows it");
            case "Idempotency-Key" -> {
                parameter.setDescription(
                        "The client's own name of this request, unique to it: sent again with the same body, it gets the"
                                + " first answer again, for a day");
                parameter.getSchema().setMinLength(1);
                parameter.getSchema().setMaxLength(255);
            }
            default -> {
                // The controller describes all other parameters.
            }
        }
    }

    private static void add(String path, HttpMethod method, Operation operation) {
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        boolean ofOne = path.contains("/{id}");
        add(operation, "401", open ? "UNAUTHORIZED: wrong credentials; none are needed" : "UNAUTHORIZED");
        if (!open) {
            add(operation, "403", "FORBIDDEN");
        }
        add(operation, "503", "SERVICE_UNAVAILABLE: Retry-After says when");
        if (operation.getRequestBody() != null) {
            add(operation, "400", "MALFORMED_REQUEST: errors says where");
            if (isForm(operation)) {
                add(operation, "408", "REQUEST_TIMEOUT: the form took too long to arrive");
            }
            add(operation, "413", "PAYLOAD_TOO_LARGE");
            add(operation, "415", "UNSUPPORTED_MEDIA_TYPE");
        } else if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> !"path".equals(parameter.getIn()))) {
            add(operation, "400", "MALFORMED_REQUEST: errors says where");
        }
        if (ofOne || path.endsWith("/verification")) {
            add(operation, "404", ofOne ? "NOT_FOUND, also for another client's" : "NOT_FOUND");
        }
        if (hasBody(operation)) {
            add(operation, "406", "NOT_ACCEPTABLE: answers are JSON");
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

    static boolean isForm(Operation operation) {
        return operation
                .getRequestBody()
                .getContent()
                .containsKey(org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static boolean hasBody(Operation operation) {
        return operation.getResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue().getContent())
                .anyMatch(content -> content != null && !content.isEmpty());
    }

    private static void add(Operation operation, String status, String description) {
        if (operation.getResponses().containsKey(status)) {
            return;
        }
        operation.getResponses().addApiResponse(status, new ApiResponse().description(description));
    }

    private static Content problem() {
        return new Content().addMediaType(PROBLEM, new MediaType().schema(new Schema<Problem>().$ref("Problem")));
    }

    private static void also(Operation operation, String status, String code) {
        ApiResponse response = operation.getResponses().get(status);
        if (response != null) {
            String others = response.getDescription();
            response.setDescription(others.isEmpty() ? code : others + "; " + code);
        }
    }

    /** @return the codes that can come with this refusal */
    private Set<String> illustrate(
            Operation operation, HttpStatus status, ApiResponse response, Components components) {
        Map<String, ExampleProblems.Named> named = new TreeMap<>();
        String ofStatus = examples.codeOf(status);
        CODE.matcher(response.getDescription())
                .results()
                .map(MatchResult::group)
                .filter(code -> REFUSALS.contains(code) || code.equals(ofStatus))
                .forEach(code -> named.put(code, examples.of(code, status, operation)));
        MediaType problem = Objects.requireNonNull(response.getContent().get(PROBLEM));
        named.forEach((code, example) -> {
            components.addExamples(example.name(), new Example().value(example.value()));
            problem.addExamples(code, new Example().$ref("#/components/examples/" + example.name()));
        });
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.addHeaderObject(RETRY_AFTER, new Header().$ref("#/components/headers/" + RETRY_AFTER));
        }
        return named.keySet();
    }
}
