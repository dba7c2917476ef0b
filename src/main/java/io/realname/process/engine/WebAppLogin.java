package io.realname.process.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/** The user who is logged in to the engine's web apps, by their session. */
@Component
public class WebAppLogin {

    private final ProcessEngine engine;

    WebAppLogin(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The user who is logged in to any of the web apps; empty if nobody is. */
    public Optional<UserAuthentication> user(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && AuthenticationUtil.getAuthsFromSession(session)
                                        .getAuthenticationForProcessEngine(engine.getName())
                                instanceof UserAuthentication user
                ? Optional.of(user)
                : Optional.empty();
    }
}
