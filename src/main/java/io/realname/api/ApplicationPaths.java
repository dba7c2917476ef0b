package io.realname.api;

import io.realname.application.ApplicationKind;
import java.util.Map;

/** Where the applications of each kind are found, and nowhere else. */
final class ApplicationPaths {

    private static final Map<String, ApplicationKind> KINDS = Map.of(
            VerificationsController.PATH, ApplicationKind.NEW_USER,
            AssociationsController.PATH, ApplicationKind.ASSOCIATION,
            AppealsController.PATH, ApplicationKind.APPEAL,
            ObjectionsController.PATH, ApplicationKind.OBJECTION,
            EnterprisesController.PATH, ApplicationKind.ENTERPRISE);

    private ApplicationPaths() {}

    static ApplicationKind kindOf(String uri) {
        return KINDS.entrySet().stream()
                .filter(path -> uri.startsWith(path.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
