package io.realname.operations.process;

import io.realname.process.engine.EngineGroups;
import io.realname.process.engine.WebAppLogin;
import io.realname.process.engine.WebAppToken;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Admits operators, administrators and, where that is said, analysts, who are logged in to one of the web apps. Reads their groups each time: whoever has
 * left them is not admitted any more.
 */
@Component
class Operators {

    private final WebAppLogin login;
    private final IdentityService identities;

    Operators(WebAppLogin login, IdentityService identities) {
        this.login = login;
        this.identities = identities;
    }

    /**
     * The login of the operator who sends the request.
     *
     * @throws ResponseStatusException 401 without a login, 403 for everybody else
     */
    String admit(HttpServletRequest request) {
        String user = user(request);
        if (!isOperator(user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return user;
    }

    /** As {@link #admit}, but analysts too. */
    String admitAnalystsToo(HttpServletRequest request) {
        String user = user(request);
        if (!isOperator(user) && !isAnalyst(user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return user;
    }

    boolean isAnalyst(String user) {
        return isIn(EngineGroups.ANALYSTS, user);
    }

    boolean isOperator(String user) {
        return isIn(EngineGroups.OPERATORS, user) || isIn(Groups.CAMUNDA_ADMIN, user);
    }

    /** As {@link #admit}, and only if our own page sends the request: with the session's CSRF token. */
    String admitOwnPage(HttpServletRequest request) {
        String user = admit(request);
        needOwnPage(request);
        return user;
    }

    /** As {@link #admitOwnPage}, but analysts too. */
    String admitOwnPageOfAnalystsToo(HttpServletRequest request) {
        String user = admitAnalystsToo(request);
        needOwnPage(request);
        return user;
    }

    /** As {@link #admitOwnPage}, but analysts only. */
    String admitOwnPageOfAnalysts(HttpServletRequest request) {
        String user = user(request);
        if (!isAnalyst(user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        needOwnPage(request);
        return user;
    }

    private String user(HttpServletRequest request) {
        return login.user(request)
                .map(UserAuthentication::getIdentityId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private static void needOwnPage(HttpServletRequest request) {
        if (!WebAppToken.isIn(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private boolean isIn(String group, String user) {
        return identities.createGroupQuery().groupId(group).groupMember(user).count() > 0;
    }
}
