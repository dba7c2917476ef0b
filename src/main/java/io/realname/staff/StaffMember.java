package io.realname.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the identity provider knows them.
 *
 * @param issuer the provider
 * @param subject who it is there, for ever; at most 255 characters
 * @param login the login that the person wants here, in small letters
 * @param firstName the whole name, if the provider does not say which part is which
 * @param groups the groups here that the person's groups at the provider give
 */
public record StaffMember(
        String issuer,
        String subject,
        String login,
        @Nullable String firstName,
        @Nullable String lastName,
        Set<String> groups) {

    public StaffMember {
        groups = Set.copyOf(groups);
    }

    @Override
    public String toString() {
        return "StaffMember[" + login + "]";
    }
}
