package io.realname.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call what. Both doors take HTTP Basic or a bearer token and keep no session; the web apps have a login of
 * their own (the engine's users); what is not named here is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientProperties.class)
class SecurityConfiguration {

    /** Of bcrypt. */
    private static final int LOWEST_COST = 4;

    private static final String CLIENT = "CLIENT";
    private static final String ACCOUNTS = "ACCOUNTS";
    private static final String METRICS = "METRICS";

    @Bean
    @Order(1)
    SecurityFilterChain doors(HttpSecurity http, ObjectProvider<JwtDecoder> tokens, SecurityProblems problems)
            throws Exception {
        http.securityMatcher(anyOf("/api/**", "/engine-rest", "/engine-rest/**", "/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(path(GET, "/api/v1/banks"))
                        .permitAll()
                        .requestMatchers(path(GET, "/actuator/health"), path(GET, "/actuator/health/*"))
                        .permitAll()
                        .requestMatchers(anyOf("/actuator/**"))
                        .hasRole(METRICS)
                        .requestMatchers(path(PUT, "/api/v1/accounts/*"))
                        .hasRole(ACCOUNTS)
                        .requestMatchers(path(GET, "/api/v1/accounts/*/verification"))
                        .hasAnyRole(CLIENT, ACCOUNTS)
                        .requestMatchers(anyOf("/api/v1/**"))
                        .hasRole(CLIENT)
                        .requestMatchers(
                                path(POST, "/engine-rest/process-definition/key/*/start"),
                                path(POST, "/engine-rest/message"))
                        .hasRole(CLIENT)
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        if (tokens.getIfAvailable() != null) {
            http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(rolesOfToken())));
        }
        return http.build();
    }

    /** The web apps and the pages about the API. CSRF and CSP of {@code /camunda} are the web apps' own. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(anyOf(
                                "/",
                                "/index.html",
                                "/favicon.ico",
                                "/camunda/**",
                                "/v3/api-docs",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml",
                                "/swagger-ui.html",
                                "/swagger-ui/**",
                                "/error"))
                        .permitAll()
                        // For whoever is logged in to Tasklist, which is not this framework's business.
                        .requestMatchers(
                                path(GET, "/review/tasks/*"),
                                path(GET, "/review/tasks/*/evidence/*"),
                                path(POST, "/review/tasks/*/reading"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    /**
     * Lets every header in: a name or a trace id in UTF-8 has bytes that the default takes for control characters. Tomcat
     * has refused real ones before, so nothing can be split or hidden with them.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    /** By the whole path: the engine's REST and web apps are servlets beside Spring's. */
    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    /** The claim {@code roles} of a token holds the same words as the configuration of a client. */
    private static JwtAuthenticationConverter rolesOfToken() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    /**
     * Can look clients up and nothing else. A manager that can change passwords would be asked to: after a client's first
     * call the framework puts a hash of its own cost in place of the cheap one that was configured, and every later call
     * pays for it.
     */
    @Bean
    UserDetailsService clients(ClientProperties properties) {
        UserDetailsService clients = new InMemoryUserDetailsManager(
                properties.clients().stream().map(SecurityConfiguration::user).toList());
        return clients::loadUserByUsername;
    }

    private static UserDetails user(ClientProperties.Client client) {
        return User.withUsername(client.name())
                .password(client.password())
                .roles(client.roles().stream().map(Enum::name).toArray(String[]::new))
                .build();
    }

    /**
     * Reads every kind of hash and makes cheap ones. All that it makes is the one with which a secret is compared that comes with
     * a name that nobody has: it takes as long as that of a client whose secret is from {@code new-keys}.
     */
    @Bean
    PasswordEncoder passwordEncoder() {
        DelegatingPasswordEncoder encoder =
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LOWEST_COST)));
        encoder.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return encoder;
    }
}
