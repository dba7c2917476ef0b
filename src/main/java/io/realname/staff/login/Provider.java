package io.realname.staff.login;

import io.realname.staff.SingleSignOnProperties;
import io.realname.staff.WithSingleSignOn;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * How the app speaks to the identity provider. It asks for the provider's addresses at the first login and not at its start,
 * so that it starts while the provider is away.
 */
@Configuration(proxyBeanMethods = false)
@WithSingleSignOn
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class Provider {

    /** Those with a key pair. With a shared secret, a token would prove nothing that our own secret does not. */
    private static final Set<SignatureAlgorithm> SIGNATURES = Set.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    private final JdkClientHttpRequestFactory requests;

    Provider(SingleSignOnProperties settings) {
        requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        requests.setReadTimeout(settings.timeout());
    }

    @Bean
    ClientRegistrationRepository providers(OAuth2ClientProperties settings) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                new OAuth2ClientPropertiesMapper(settings).asClientRegistrations()));
    }

    @Bean
    AnsweringProvider authorizationRequests(ClientRegistrationRepository providers, OAuth2ClientProperties settings) {
        String issuer = Objects.requireNonNull(settings.getProvider().get(SingleSignOnProperties.REGISTRATION))
                .getIssuerUri();
        RestClient http = RestClient.builder().requestFactory(requests).build();
        return new AnsweringProvider(providers, SingleSignOnConfiguration.PROVIDERS, http, issuer);
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenRequests() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    @Bean
    OidcUserService userInfo() {
        RestTemplate rest = new RestTemplate(requests);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService oauth2 = new DefaultOAuth2UserService();
        oauth2.setRestOperations(rest);
        OidcUserService oidc = new OidcUserService();
        oidc.setOauth2UserService(oauth2);
        return oidc;
    }

    /** Spring Security's own factory accepts one algorithm, RS256, and has no timeout of ours. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
        return provider -> decoders.computeIfAbsent(provider.getRegistrationId(), id -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                            provider.getProviderDetails().getJwkSetUri())
                    .jwsAlgorithms(accepted -> accepted.addAll(SIGNATURES))
                    .restOperations(new RestTemplate(requests))
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(provider)));
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return decoder;
        });
    }
}
