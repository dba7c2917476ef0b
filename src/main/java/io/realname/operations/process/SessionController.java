package io.realname.operations.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppToken;
import io.realname.process.engine.WebAppUsers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the operators' page who is logged in, and the session's CSRF token. A page of another site can send this request,
 * but cannot read the answer.
 */
@RestController
@RequestMapping("/operations/session")
class SessionController {

    private final WebAppUsers users;

    SessionController(WebAppUsers users) {
        this.users = users;
    }

    @GetMapping
    Session session(HttpServletRequest request) {
        String user = users.admit(request, WebAppRole.OPERATOR, WebAppRole.ANALYST);
        return new Session(
                user,
                users.has(user, WebAppRole.OPERATOR),
                users.has(user, WebAppRole.ANALYST),
                WebAppToken.of(request).orElse(null));
    }

    /**
     * @param operator whether the user sees cases, jobs and payments; an analyst sees changes of the diagrams only
     * @param analyst whether the user may make a token for the Modeler
     * @param token absent until a page of the web apps was opened since the login
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Session(
            String user,
            boolean operator,
            boolean analyst,
            @Nullable String token) {

        @Override
        public String toString() {
            return "Session[" + user + "]";
        }
    }
}
