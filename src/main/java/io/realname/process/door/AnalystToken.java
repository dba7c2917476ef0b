package io.realname.process.door;

import io.realname.process.deployment.DeploymentTokens;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/** Authenticates a person by a token that they have made on the operators' page, in place of a password. */
final class AnalystToken implements OpaqueTokenIntrospector {

    private final DeploymentTokens tokens;
    private final IdentityService identities;

    AnalystToken(DeploymentTokens tokens, IdentityService identities) {
        this.tokens = tokens;
        this.identities = identities;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        String login = tokens.loginOf(token).orElseThrow(() -> new BadOpaqueTokenException("unknown or expired"));
        return new DefaultOAuth2AuthenticatedPrincipal(
                login, Map.of("sub", login), AnalystLogin.roles(login, identities));
    }
}
