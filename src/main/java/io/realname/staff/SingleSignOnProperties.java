package io.realname.staff;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The login of staff by OpenID Connect, {@code realname.single-sign-on.*}. The provider itself is in Spring Boot's
 * {@code spring.security.oauth2.client.*}, by the name {@link #REGISTRATION}.
 *
 * @param enabled whether people log in to the web apps at the identity provider. Their passwords here are then refused
 * @param userClaim the claim that names a person; the login here is this name in small letters
 * @param groupsClaim the claim with the person's groups; with dots if it is inside another one, for example
 *     {@code realm_access.roles}
 * @param groups which group of the provider gives which group here, counted from 0; other groups give nothing
 * @param session how long a login lasts at most, in use or not; 5 minutes to 24 hours. The provider is asked anew after it
 * @param timeout how long a call to the provider may take: to connect, and again to read; 1 s to 30 s
 */
@ConfigurationProperties("realname.single-sign-on")
public record SingleSignOnProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<GroupOfProvider> groups,
        @DefaultValue("4h") Duration session,
        @DefaultValue("5s") Duration timeout) {

    /** The provider's name in {@code spring.security.oauth2.client.registration}. It is part of the redirect URI. */
    public static final String REGISTRATION = "staff";

    public SingleSignOnProperties {
        if (session.compareTo(Duration.ofMinutes(5)) < 0 || session.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("realname.single-sign-on.session: 5 minutes to 24 hours");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException("realname.single-sign-on.timeout: 1 s to 30 s");
        }
        if (enabled && groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "realname.single-sign-on.groups: empty, so nobody could log in. Name at least one group of the provider");
        }
    }

    /**
     * @param claimed a group's name as the provider sends it
     * @param group the id of the group here, for example {@code appeal-review}
     */
    public record GroupOfProvider(String claimed, String group) {}
}
