package io.realname.desk.process.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/** The user who is logged in to Tasklist, by the session of Camunda's web apps. */
@Component
class TasklistLogin {

    private static final String TASKLIST = "tasklist";

    private final ProcessEngine engine;

    TasklistLogin(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The login of the request. Empty if there is none, or if it may not use Tasklist. */
    Optional<String> of(HttpServletRequest request) {
        return user(request).filter(user -> user.isAuthorizedForApp(TASKLIST)).map(UserAuthentication::getIdentityId);
    }

    /** The user who is logged in to any of the web apps. */
    Optional<UserAuthentication> user(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && AuthenticationUtil.getAuthsFromSession(session)
                                        .getAuthenticationForProcessEngine(engine.getName())
                                instanceof UserAuthentication user
                ? Optional.of(user)
                : Optional.empty();
    }
}
