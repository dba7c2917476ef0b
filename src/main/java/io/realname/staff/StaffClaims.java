package io.realname.staff;

import io.realname.staff.SingleSignOnProperties.GroupOfProvider;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a person from the claims of the identity provider (OpenID Connect Core 1.0, 5.1), by the operator's mapping. */
public final class StaffClaims {

    /** What the engine accepts as a user's id, {@link #LOGIN_LENGTH} characters at most. */
    public static final Pattern LOGIN = Pattern.compile("[a-zA-Z0-9]+([._@-][a-zA-Z0-9]+)*");

    private static final int LOGIN_LENGTH = 64;
    private static final int NAME_LENGTH = 255;
    private static final int SUBJECT_LENGTH = 255;
    private static final Logger LOG = LoggerFactory.getLogger(StaffClaims.class);

    private final SingleSignOnProperties settings;

    public StaffClaims(SingleSignOnProperties settings) {
        this.settings = settings;
    }

    /** Whether it can be the id of a user. */
    public static boolean isLogin(String text) {
        return text.length() <= LOGIN_LENGTH && LOGIN.matcher(text).matches();
    }

    /** Empty if the claims contain no subject, or no name that can be a login. */
    public Optional<StaffMember> read(Map<String, Object> claims) {
        String subject = text(claims.get("sub"));
        String login = Optional.ofNullable(text(claimed(claims, settings.userClaim())))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("");
        if (subject == null || subject.length() > SUBJECT_LENGTH || !isLogin(login)) {
            return Optional.empty();
        }
        String name = text(claims.get("name"));
        return Optional.of(new StaffMember(
                String.valueOf(claims.get("iss")),
                subject,
                login,
                shortened(name != null ? name : text(claims.get("given_name"))),
                // The name is written in the order that the person wants; its parts would be shown in ours.
                shortened(name != null ? null : text(claims.get("family_name"))),
                groups(claims)));
    }

    private Set<String> groups(Map<String, Object> claims) {
        Object claimed = claimed(claims, settings.groupsClaim());
        if (claimed == null) {
            // Entra ID leaves the claim out if somebody has more than 200 groups.
            LOG.warn("single sign-on: the provider sent no claim {}", settings.groupsClaim());
        }
        Collection<?> names =
                claimed instanceof Collection<?> many ? many : claimed == null ? List.of() : List.of(claimed);
        return settings.groups().stream()
                .filter(mapped -> names.contains(mapped.claimed()))
                .map(GroupOfProvider::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A claim by its whole name, which may contain dots itself, or inside other claims. */
    private static @Nullable Object claimed(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? claimed(inner, path.substring(dot + 1))
                : null;
    }

    private static @Nullable String text(@Nullable Object claim) {
        return Stream.ofNullable(claim)
                .filter(String.class::isInstance)
                .map(value -> Objects.toString(value).strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String shortened(@Nullable String name) {
        return name == null || name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
    }
}
