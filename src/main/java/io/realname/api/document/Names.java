package io.realname.api.document;

import io.realname.api.ApplicationPaths;
import io.realname.application.ApplicationKind;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sets the operation ids of routes that several kinds of application share. One method serves them all, but the name in
 * a generated client should show the kind. New-user verification is used most, so its names are the shortest.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Names implements GlobalOpenApiCustomizer {

    /** The suffix that springdoc adds if the name of a method occurs again. */
    private static final Pattern NUMBER = Pattern.compile("_\\d+$");

    private static final Pattern AFTER_VERB = Pattern.compile("(?=[A-Z])");

    @Override
    public void customise(OpenAPI api) {
        api.getTags().sort(Comparator.comparing(Tag::getName));
        api.getPaths()
                .forEach((path, item) -> ApplicationPaths.kindAt(path)
                        .ifPresent(kind -> item.readOperations().forEach(operation -> name(operation, kind))));
    }

    private static void name(Operation operation, ApplicationKind kind) {
        String method = NUMBER.matcher(Objects.requireNonNull(operation.getOperationId()))
                .replaceFirst("");
        operation.setTags(List.of(tag(kind)));
        operation.setOperationId(
                switch (method) {
                    case "get", "withdraw" -> method + noun(kind);
                    case "submitMobileCode", "resendMobileCode", "addEvidence" ->
                        kind == ApplicationKind.NEW_USER
                                ? method
                                : AFTER_VERB.matcher(method).replaceFirst(noun(kind));
                    default -> method;
                });
    }

    private static String noun(ApplicationKind kind) {
        return switch (kind) {
            case NEW_USER -> "Verification";
            case ASSOCIATION -> "Association";
            case APPEAL -> "Appeal";
            case OBJECTION -> "Objection";
            case ENTERPRISE -> "EnterpriseVerification";
        };
    }

    /** The tag that the controllers of the kind use. */
    private static String tag(ApplicationKind kind) {
        return switch (kind) {
            case NEW_USER -> "Verifications";
            case ASSOCIATION -> "Associations";
            case APPEAL -> "Appeals";
            case OBJECTION -> "Objections";
            case ENTERPRISE -> "Enterprise verifications";
        };
    }
}
