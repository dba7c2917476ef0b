package io.realname.staff;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.realname.app.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** An organisation's identity provider: Spring Authorization Server, on a port of its own, with its own login page. */
public final class IdentityProvider implements AutoCloseable {

    public static final String CLIENT = "realname";
    public static final String SECRET = "provider-secret";
    public static final String PASSWORD = "at-the-provider";

    private static final KeyPair KEYS = TokenIssuer.keys();
    private static final KeyPair FOREIGN_KEYS = TokenIssuer.keys();

    private final int port = freePort();
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Set<String> apps = ConcurrentHashMap.newKeySet();
    private volatile boolean forges;
    private volatile @Nullable String otherIssuer;
    private @Nullable AnnotationConfigServletWebServerApplicationContext server;

    /** @param account what the person types at the provider's login page; also the subject */
    public record Person(String account, String name, String displayName, List<String> groups) {}

    public IdentityProvider start() {
        server = new AnnotationConfigServletWebServerApplicationContext();
        server.getBeanFactory().registerSingleton("provider", this);
        server.register(Server.class);
        server.refresh();
        return this;
    }

    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** The provider sends people back to this app. */
    public void trusts(int app) {
        apps.add("http://localhost:" + app);
    }

    /** Makes the person known, or changes them. */
    public void knows(String account, String name, String displayName, String... groups) {
        people.put(account, new Person(account, name, displayName, List.of(groups)));
    }

    /** Signs with keys that it does not publish. */
    public void forges(boolean does) {
        forges = does;
    }

    /** States this issuer in its tokens; null for itself. */
    public void saysItIs(@Nullable String issuer) {
        otherIssuer = issuer;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not annotated with {@code @Configuration}, so that the component scan of the app does not find it. */
    @EnableWebSecurity
    @EnableWebMvc
    static class Server {

        @Bean
        TomcatServletWebServerFactory tomcat(IdentityProvider provider) {
            return new TomcatServletWebServerFactory(provider.port);
        }

        @Bean
        ServletRegistrationBean<DispatcherServlet> servlet(AnnotationConfigServletWebServerApplicationContext context) {
            return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer endpoints = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(endpoints.getEndpointsMatcher())
                    .with(endpoints, server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .exceptionHandling(exceptions ->
                            exceptions.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain page(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people(IdentityProvider provider) {
            return account -> {
                if (!provider.people.containsKey(account)) {
                    throw new UsernameNotFoundException("unknown");
                }
                return User.withUsername(account)
                        .password("{noop}" + PASSWORD)
                        .roles("STAFF")
                        .build();
            };
        }

        @Bean
        RegisteredClientRepository clients(IdentityProvider provider) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // The server would store the secret with another hash.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return client(provider);
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String id) {
                    return id.equals(CLIENT) ? client(provider) : null;
                }
            };
        }

        private static RegisteredClient client(IdentityProvider provider) {
            return RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUris(uris -> provider.apps.forEach(app -> uris.add(app + "/login/oauth2/code/staff")))
                    .postLogoutRedirectUris(uris -> provider.apps.forEach(app -> uris.add(app + "/login/ended")))
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings(IdentityProvider provider) {
            return AuthorizationServerSettings.builder()
                    .issuer(provider.issuer())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return keys(KEYS);
        }

        @Bean
        JwtDecoder tokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JwtEncoder signatures(IdentityProvider provider) {
            JwtEncoder own = new NimbusJwtEncoder(keys(KEYS));
            JwtEncoder foreign = new NimbusJwtEncoder(keys(FOREIGN_KEYS));
            return token -> (provider.forges ? foreign : own).encode(token);
        }

        private static JWKSource<SecurityContext> keys(KeyPair keys) {
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) keys.getPublic())
                    .privateKey((RSAPrivateKey) keys.getPrivate())
                    .keyID("the-key")
                    .build()));
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(IdentityProvider provider) {
            return context -> {
                Person person = provider.people.get(context.getPrincipal().getName());
                if (person == null
                        || !OidcParameterNames.ID_TOKEN.equals(
                                context.getTokenType().getValue())) {
                    return;
                }
                context.getClaims()
                        .claim("preferred_username", person.name())
                        .claim("name", person.displayName())
                        .claim("groups", person.groups());
                String issuer = provider.otherIssuer;
                if (issuer != null) {
                    context.getClaims().issuer(issuer);
                }
            };
        }
    }
}
