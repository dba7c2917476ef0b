package io.realname.staff.login;

import io.realname.staff.LoginProblem;
import io.realname.staff.WithSingleSignOn;
import io.realname.staff.process.StaffSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The addresses under {@code /login} that Spring Security does not answer itself. */
@Controller
@WithSingleSignOn
class LoginController {

    private final StaffSession session;
    private final LoginPages pages;
    private final Logout logout;

    LoginController(StaffSession session, LoginPages pages, Logout logout) {
        this.session = session;
        this.pages = pages;
        this.logout = logout;
    }

    /**
     * Whoever has logged out here is logged out at the provider first: otherwise it would log them in again without a
     * question. Whoever is logged in has come because a web app did not let them in.
     */
    @GetMapping(SingleSignOnConfiguration.ENTER)
    void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (session.isLeft(request)) {
            logout.atProvider(request, response);
        } else if (session.login(request).isPresent()) {
            pages.problem(LoginProblem.NO_ACCESS, request, response);
        } else {
            pages.enter(request, response);
        }
    }

    @GetMapping(SingleSignOnConfiguration.ENTERED)
    void entered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.entered(request, response);
    }

    @GetMapping(SingleSignOnConfiguration.ENDED)
    void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.ended(request, response);
    }

    @GetMapping(SingleSignOnConfiguration.PROBLEM + "/{problem}")
    void problem(@PathVariable("problem") String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        pages.problem(LoginProblem.ofSlug(slug).orElse(LoginProblem.NOT_BEGUN), request, response);
    }
}
