package io.realname.api;

import io.realname.application.ApplicationKind;
import java.util.Map;
import java.util.Optional;

/** Where the applications of each kind are found, and nowhere else. */
public final class ApplicationPaths {

    private static final Map<String, ApplicationKind> KINDS = Map.of(
            VerificationsController.PATH, ApplicationKind.NEW_USER,
            AssociationsController.PATH, ApplicationKind.ASSOCIATION,
            AppealsController.PATH, ApplicationKind.APPEAL,
            ObjectionsController.PATH, ApplicationKind.OBJECTION,
            EnterprisesController.PATH, ApplicationKind.ENTERPRISE);

    private ApplicationPaths() {}

    static ApplicationKind kindOf(String uri) {
        return kindAt(uri).orElseThrow();
    }

    /** The kind of application that a route is about, if it is about one. */
    public static Optional<ApplicationKind> kindAt(String uri) {
        return KINDS.entrySet().stream()
                .filter(path -> uri.startsWith(path.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
