package io.realname.desk.process.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/** Who is logged in to Tasklist: the session that the web apps made. */
@Component
class TasklistLogin {

    private static final String TASKLIST = "tasklist";

    private final ProcessEngine engine;

    TasklistLogin(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The login of whoever sends the request; absent if there is none, or if it may not use Tasklist. */
    Optional<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Authentication login =
                AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
        return login instanceof UserAuthentication user && user.isAuthorizedForApp(TASKLIST)
                ? Optional.of(user.getIdentityId())
                : Optional.empty();
    }
}
