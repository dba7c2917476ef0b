package io.realname.process.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Admits users who are logged in to one of the web apps, by their role. Reads their groups each time: whoever has left
 * them is not admitted any more.
 */
@Component
public class WebAppUsers {

    private final WebAppLogin login;
    private final IdentityService identities;

    WebAppUsers(WebAppLogin login, IdentityService identities) {
        this.login = login;
        this.identities = identities;
    }

    /**
     * The login of the user who sends the request.
     *
     * @param roles one of them is enough
     * @throws ResponseStatusException 401 without a login, 403 without one of the roles
     */
    public String admit(HttpServletRequest request, WebAppRole... roles) {
        String user = login.user(request)
                .map(UserAuthentication::getIdentityId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        if (Stream.of(roles).noneMatch(role -> has(user, role))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return user;
    }

    /** As {@link #admit}, and only if our own page sends the request: with the session's CSRF token. */
    public String admitOwnPage(HttpServletRequest request, WebAppRole... roles) {
        String user = admit(request, roles);
        if (!WebAppToken.isIn(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return user;
    }

    public boolean has(String user, WebAppRole role) {
        return role.groups().stream()
                .anyMatch(group -> identities
                                .createGroupQuery()
                                .groupId(group)
                                .groupMember(user)
                                .count()
                        > 0);
    }
}
