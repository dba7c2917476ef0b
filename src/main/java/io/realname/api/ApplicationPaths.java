package io.realname.api;

import io.realname.application.ApplicationKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The paths of the applications of each kind. No other class defines them. */
public final class ApplicationPaths {

    private static final Map<ApplicationKind, String> PATHS = new EnumMap<>(Map.of(
            ApplicationKind.NEW_USER, VerificationsController.PATH,
            ApplicationKind.ASSOCIATION, AssociationsController.PATH,
            ApplicationKind.APPEAL, AppealsController.PATH,
            ApplicationKind.OBJECTION, ObjectionsController.PATH,
            ApplicationKind.ENTERPRISE, EnterprisesController.PATH));

    private ApplicationPaths() {}

    /** For example {@code /api/v1/verifications}. */
    static String of(ApplicationKind kind) {
        return Objects.requireNonNull(PATHS.get(kind));
    }

    static ApplicationKind kindOf(HttpServletRequest request) {
        return kindAt(request.getRequestURI()).orElseThrow();
    }

    /** The kind of application that a path belongs to; empty if it belongs to none. */
    public static Optional<ApplicationKind> kindAt(String uri) {
        return PATHS.entrySet().stream()
                .filter(path -> uri.startsWith(path.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
