package io.realname.staff.login;

import io.realname.staff.Admission;
import io.realname.staff.LoginProblem;
import io.realname.staff.SingleSignOnProperties;
import io.realname.staff.StaffClaims;
import io.realname.staff.StaffMember;
import io.realname.staff.WithSingleSignOn;
import io.realname.staff.process.StaffAccounts;
import io.realname.staff.process.StaffSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * What follows a login at the provider: the session of the web apps, or a page that says why there is none. The page has an
 * address of its own, because that of the answer holds a code of the provider, which is valid once.
 */
@Component
@WithSingleSignOn
class LoginHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoginHandler.class);

    private final SingleSignOnProperties settings;
    private final StaffClaims claims;
    private final StaffAccounts accounts;
    private final StaffSession session;

    LoginHandler(SingleSignOnProperties settings, StaffAccounts accounts, StaffSession session) {
        this.settings = settings;
        this.claims = new StaffClaims(settings);
        this.accounts = accounts;
        this.session = session;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof OidcUser person)) {
            // The scope openid is missing: there is no ID token.
            refuse(LoginProblem.NOT_SET_UP, request, response);
            return;
        }
        String idToken = person.getIdToken().getTokenValue();
        Optional<StaffMember> member = claims.read(person.getClaims());
        Admission admission =
                member.isEmpty() ? new Admission.Refused(LoginProblem.LOGIN_UNUSABLE) : accounts.admit(member.get());
        if (admission instanceof Admission.Admitted admitted) {
            session.begin(request, admitted.login(), Instant.now().plus(settings.session()), idToken);
            LOG.info("single sign-on: {} is logged in", admitted.login());
            redirect(SingleSignOnConfiguration.ENTERED, request, response);
        } else if (admission instanceof Admission.Refused refused) {
            session.refuse(request, idToken);
            refuse(refused.problem(), request, response);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("single sign-on: {}", LoginFailure.code(failure));
        refuse(LoginFailure.problem(failure), request, response);
    }

    private static void refuse(LoginProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.warn("single sign-on: a login was refused: {}", problem);
        redirect(SingleSignOnConfiguration.PROBLEM + "/" + problem.slug(), request, response);
    }

    private static void redirect(String to, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + to);
    }
}
