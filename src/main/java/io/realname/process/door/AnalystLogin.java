package io.realname.process.door;

import io.realname.process.engine.EngineGroups;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Authenticates a person by the password of the web apps: the engine's own, or the directory's. The engine counts wrong
 * ones, and locks the user for a time. With single sign-on no password is right. Whoever is not in the group
 * {@code analysts} has no role. Not a bean: it would authenticate at the other routes too.
 */
final class AnalystLogin implements AuthenticationProvider {

    static final String ANALYST = "ANALYST";

    /** Nobody types more, and hashing more would only take time. */
    private static final int LONGEST = 255;

    private final IdentityService identities;

    AnalystLogin(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        if (login.isEmpty()
                || password.isEmpty()
                || login.length() > LONGEST
                || password.length() > LONGEST
                || !identities.checkPassword(login, password)) {
            throw new BadCredentialsException("wrong login or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(login, null, roles(login, identities));
    }

    /** What a person may do here now: their groups are read for each request. */
    static List<GrantedAuthority> roles(String login, IdentityService identities) {
        boolean isAnalyst = identities
                        .createGroupQuery()
                        .groupId(EngineGroups.ANALYSTS)
                        .groupMember(login)
                        .count()
                > 0;
        return isAnalyst ? List.of(new SimpleGrantedAuthority("ROLE_" + ANALYST)) : List.of();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
