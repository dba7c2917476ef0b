package io.realname.staff.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Sends a person to the provider only if it answers us. Otherwise the person would see their browser's own error, and could
 * not know whose page is missing.
 */
final class AnsweringProvider implements OAuth2AuthorizationRequestResolver {

    private static final Logger LOG = LoggerFactory.getLogger(AnsweringProvider.class);

    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final RestClient http;
    private final String discovery;

    /** @param issuer the provider; its metadata are below it (OpenID Connect Discovery 1.0, 4) */
    AnsweringProvider(ClientRegistrationRepository providers, String base, RestClient http, String issuer) {
        requests = new DefaultOAuth2AuthorizationRequestResolver(providers, base);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.http = http;
        this.discovery = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
    }

    /** @throws RestClientException if the provider does not answer */
    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (request.getRequestURI().endsWith(SingleSignOnConfiguration.TO_PROVIDER)) {
            try {
                http.get().uri(discovery).retrieve().toBodilessEntity();
            } catch (RestClientException e) {
                LOG.warn("single sign-on: the identity provider does not answer at {}", discovery);
                throw e;
            }
        }
        return requests.resolve(request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return requests.resolve(request, registration);
    }
}
