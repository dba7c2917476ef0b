package io.realname.staff.login;

import io.realname.staff.SingleSignOnProperties;
import io.realname.staff.WithSingleSignOn;
import io.realname.staff.process.StaffSession;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.stereotype.Component;

/** Logs a person out at the provider (OpenID Connect RP-Initiated Logout 1.0), and from there back to us. */
@Component
@WithSingleSignOn
class Logout {

    private static final Logger LOG = LoggerFactory.getLogger(Logout.class);

    private final StaffSession session;
    private final OidcClientInitiatedLogoutSuccessHandler provider;

    Logout(StaffSession session, ClientRegistrationRepository providers) {
        this.session = session;
        this.provider = new OidcClientInitiatedLogoutSuccessHandler(providers);
        provider.setPostLogoutRedirectUri("{baseUrl}" + SingleSignOnConfiguration.ENDED);
        // Of a provider that has no such address.
        provider.setDefaultTargetUrl(SingleSignOnConfiguration.ENDED);
    }

    void atProvider(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Optional<String> token = session.end(request);
            provider.onLogoutSuccess(
                    request, response, token.map(Logout::person).orElse(null));
        } catch (ServletException | RuntimeException e) {
            LOG.warn(
                    "single sign-on: cannot log out at the provider: {}",
                    e.getClass().getSimpleName());
            response.sendRedirect(request.getContextPath() + SingleSignOnConfiguration.ENDED);
        }
    }

    /** What Spring Security wants to know of the person: the token, as the provider made it. */
    private static OAuth2AuthenticationToken person(String token) {
        OidcIdToken idToken = new OidcIdToken(token, null, null, Map.of(IdTokenClaimNames.SUB, "unknown"));
        return new OAuth2AuthenticationToken(
                new DefaultOidcUser(List.of(), idToken), List.of(), SingleSignOnProperties.REGISTRATION);
    }
}
