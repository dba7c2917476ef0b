package io.realname.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.realname.web.client.AnyOfHashes;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
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
 * The access rules. The typed door and the engine door take HTTP Basic or a bearer token and keep no session. The web
 * apps have their own login, with the engine's users. Every address that is not named here is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientProperties.class)
class SecurityConfiguration {

    private static final String OWN_FILES_ONLY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String CLIENT = "CLIENT";
    private static final String ACCOUNTS = "ACCOUNTS";
    private static final String METRICS = "METRICS";

    /** Otherwise each filter of each request is wrapped to be observed: a dozen spans, and a tenth of the time. */
    @Bean
    static SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** All rules of ours are patterns of whole paths, which are compared without a look for a controller. */
    @Bean
    static PathPatternRequestMatcher.Builder wholePaths() {
        return PathPatternRequestMatcher.withDefaults();
    }

    /**
     * Otherwise Spring Security looks up the controller of each request and remembers it for rules of another kind, and
     * Spring MVC looks it up again.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor oneLookupForEachRequest() {
        return new OneLookup();
    }

    private static final class OneLookup implements BeanDefinitionRegistryPostProcessor, PriorityOrdered {

        private static final String SECOND_LOOKUP = "mvcHandlerMappingIntrospector";

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
            if (beans.containsBeanDefinition(SECOND_LOOKUP)) {
                beans.removeBeanDefinition(SECOND_LOOKUP);
            }
        }

        /** Before Spring Security asks whether it is there. */
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

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
                .logout(AbstractHttpConfigurer::disable)
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

    /**
     * The rules for the operators' page. Like those of the reviewers, its addresses are for users who are logged in to the
     * web apps, which Spring Security does not know. The page loads nothing but its own files.
     */
    @Bean
    @Order(2)
    SecurityFilterChain operations(HttpSecurity http) throws Exception {
        return ownPage(
                http,
                "/operations",
                OWN_FILES_ONLY,
                path(GET, "/operations"),
                path(GET, "/operations/"),
                path(GET, "/operations/index.html"),
                path(GET, "/operations/operations.js"),
                path(GET, "/operations/page.js"),
                path(GET, "/operations/operations.css"),
                path(GET, "/operations/session"),
                path(POST, "/operations/cases/search"),
                path(GET, "/operations/stopped-jobs"),
                path(POST, "/operations/stopped-jobs/retry"),
                path(GET, "/operations/payments/lost"),
                path(POST, "/operations/payments/*/finding"),
                path(GET, "/operations/deployments"),
                path(GET, "/operations/deployments/*/file"),
                path(POST, "/operations/deployments/token"),
                path(POST, "/operations/deployments/*/approval"),
                path(POST, "/operations/deployments/*/refusal"));
    }

    /** The rules for the analysts' page: as for the operators' page, but bpmn.io's canvas sets styles of its own. */
    @Bean
    @Order(3)
    SecurityFilterChain diagrams(HttpSecurity http) throws Exception {
        return ownPage(
                http,
                "/diagrams",
                OWN_FILES_ONLY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") + "; font-src 'self'",
                path(GET, "/diagrams"),
                path(GET, "/diagrams/"),
                path(GET, "/diagrams/*.html"),
                path(GET, "/diagrams/*.js"),
                path(GET, "/diagrams/*.css"),
                path(GET, "/diagrams/bpmn-io/*"),
                path(GET, "/diagrams/versions"),
                path(GET, "/diagrams/file"),
                path(GET, "/diagrams/figures"),
                path(GET, "/diagrams/migration"),
                path(POST, "/diagrams/migration"));
    }

    /**
     * The rules for the web apps and the pages about the API. The web apps bring their own CSRF and CSP for
     * {@code /camunda}.
     */
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        forUsersOfWebApps(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(anyOf(
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
                        // These are for users who are logged in to Tasklist. Spring Security does not know that login.
                        .requestMatchers(
                                path(GET, "/review/tasks/*"),
                                path(GET, "/review/tasks/*/evidence/*"),
                                path(POST, "/review/tasks/*/reading"),
                                path(PUT, "/review/tasks/*/draft"),
                                path(GET, "/review/tasks/*/colleagues"),
                                path(POST, "/review/tasks/*/handover"),
                                path(POST, "/review/tasks/*/opinion/request"),
                                path(POST, "/review/tasks/*/opinion"),
                                path(POST, "/review/tasks/*/opinion/withdrawal"),
                                path(GET, "/review/decisions"),
                                path(GET, "/review/team"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    /** A page of ours and its answers, for users of the web apps; every address that is not named is closed. */
    private static SecurityFilterChain ownPage(
            HttpSecurity http, String folder, String contentSecurityPolicy, RequestMatcher... open) throws Exception {
        return forUsersOfWebApps(http)
                .securityMatcher(anyOf(folder, folder + "/**"))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(open).permitAll().anyRequest().denyAll())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(contentSecurityPolicy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The web apps log their users in and check the CSRF token. We take over their session, and start none. */
    private static HttpSecurity forUsersOfWebApps(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable);
    }

    /**
     * Accepts all header names and values. The default rejects some UTF-8 bytes in a name or a trace id as control
     * characters. Tomcat has already refused real control characters, so a header cannot be split or hidden with them.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    /** Matches the whole path, since the engine's REST API and web apps are servlets next to Spring's. */
    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    /** The claim {@code roles} of a token uses the same role names as a client's configuration. */
    private static JwtAuthenticationConverter rolesOfToken() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    /**
     * Can only look up clients. Spring Security would use a service that can also change passwords: after a client's
     * first call it would replace the configured cheap hash by one of its default cost, and every later call of the
     * client would be slower.
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
     * Compares secrets with hashes of every kind, and creates salted SHA-256 hashes. Spring Security creates only one hash
     * with it: the one that it compares if no client has the given name. So this comparison takes as long as for a client
     * whose secret is from {@code new-keys}.
     */
    @Bean
    @SuppressWarnings("deprecation") // Spring deprecates it for people's passwords; a client's secret is random
    PasswordEncoder passwordEncoder() {
        DelegatingPasswordEncoder encoder = new DelegatingPasswordEncoder(
                "SHA-256", Map.of("SHA-256", new MessageDigestPasswordEncoder("SHA-256")));
        encoder.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return new AnyOfHashes(encoder);
    }
}
