package io.realname.desk.process.tasklist;

import io.realname.process.engine.WebAppLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/** The user who is logged in to Tasklist, by the session of Camunda's web apps. */
@Component
class TasklistLogin {

    private static final String TASKLIST = "tasklist";

    private final WebAppLogin login;

    TasklistLogin(WebAppLogin login) {
        this.login = login;
    }

    /** The login of the request. Empty if there is none, or if it may not use Tasklist. */
    Optional<String> of(HttpServletRequest request) {
        return login.user(request)
                .filter(user -> user.isAuthorizedForApp(TASKLIST))
                .map(UserAuthentication::getIdentityId);
    }
}
