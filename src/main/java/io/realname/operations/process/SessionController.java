package io.realname.operations.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realname.process.engine.WebAppToken;
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

    private final Operators operators;

    SessionController(Operators operators) {
        this.operators = operators;
    }

    @GetMapping
    Session session(HttpServletRequest request) {
        String user = operators.admitAnalystsToo(request);
        return new Session(
                user,
                operators.isOperator(user),
                operators.isAnalyst(user),
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
