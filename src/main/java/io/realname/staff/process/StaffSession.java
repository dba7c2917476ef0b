package io.realname.staff.process;

import io.realname.process.engine.WebAppLogin;
import io.realname.protection.Sealer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/**
 * Logs people in to the engine's web apps, in the web apps' own session. It has an end that no use puts off. It also keeps the
 * ID token, sealed because it tells about the person: the provider wants it back when the person logs out.
 */
@Component
public class StaffSession {

    private static final String ENDS = "io.realname.login.ends";
    private static final String TOKEN = "io.realname.login.token";
    private static final String LEFT = "io.realname.login.left";
    private static final String PLACE = "spring_session/id-token";

    private final ProcessEngine engine;
    private final WebAppLogin webApps;
    private final Sealer sealer;
    private final Clock clock = Clock.systemUTC();

    StaffSession(ProcessEngine engine, WebAppLogin webApps, Sealer sealer) {
        this.engine = engine;
        this.webApps = webApps;
        this.sealer = sealer;
    }

    /** Who is logged in to the web apps. */
    public Optional<String> login(HttpServletRequest request) {
        return webApps.user(request).map(UserAuthentication::getIdentityId);
    }

    /** Begins another session, in which the user is logged in. */
    public void begin(HttpServletRequest request, String login, Instant ends, String idToken) {
        AuthenticationUtil.revalidateSession(request, AuthenticationUtil.createAuthentication(engine, login));
        HttpSession session = request.getSession();
        session.setAttribute(ENDS, ends.toEpochMilli());
        keep(session, idToken);
    }

    /** Begins another session in which nobody is logged in, but from which the person can log out at the provider. */
    public void refuse(HttpServletRequest request, String idToken) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        keep(request.getSession(), idToken);
    }

    /**
     * The person logs out. A request of the same page that ends later writes the login into the session again, as each
     * request of the web apps does; this mark tells that it is left all the same.
     */
    public void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(LEFT, true);
        }
    }

    /** Ends the session if its login is over, or was made with a password. Takes the login from a session that was left. */
    public void endIfOver(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(LEFT) != null
                && login(request).isPresent()) {
            AuthenticationUtil.updateSession(session, new Authentications());
        }
        if (session != null && login(request).isPresent()) {
            boolean valid = session.getAttribute(ENDS) instanceof Long ends
                    && clock.instant().isBefore(Instant.ofEpochMilli(ends));
            if (!valid) {
                session.invalidate();
            }
        }
    }

    /** Whether the person has logged out here, but not yet at the provider. */
    public boolean isLeft(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(TOKEN) != null
                && login(request).isEmpty();
    }

    /** Ends the session, and gives back its ID token. */
    public Optional<String> end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Object token = session.getAttribute(TOKEN);
        session.invalidate();
        return token instanceof String sealed
                ? Optional.of(sealer.open(Base64.getDecoder().decode(sealed), PLACE))
                : Optional.empty();
    }

    private void keep(HttpSession session, String idToken) {
        session.setAttribute(TOKEN, Base64.getEncoder().encodeToString(sealer.seal(idToken, PLACE)));
    }
}
