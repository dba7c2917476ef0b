package io.realname.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may call what. Both doors take HTTP Basic or a bearer token and keep no session; the web apps have a login of
 * their own (the engine's users); what is not named here is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientProperties.class)
class SecurityConfiguration {

    private static final String CLIENT = "CLIENT";
    private static final String ACCOUNTS = "ACCOUNTS";
    private static final String METRICS = "METRICS";

    @Bean
    @Order(1)
    SecurityFilterChain doors(HttpSecurity http, ObjectProvider<JwtDecoder> tokens, SecurityProblems problems)
            throws Exception {
        http.securityMatcher("/api/**", "/engine-rest/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, "/api/v1/banks")
                        .permitAll()
                        .requestMatchers(GET, "/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(METRICS)
                        .requestMatchers(PUT, "/api/v1/accounts/*")
                        .hasRole(ACCOUNTS)
                        .requestMatchers(GET, "/api/v1/accounts/*/verification")
                        .hasAnyRole(CLIENT, ACCOUNTS)
                        .requestMatchers("/api/v1/**")
                        .hasRole(CLIENT)
                        .requestMatchers(POST, "/engine-rest/process-definition/key/*/start", "/engine-rest/message")
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
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/",
                                "/index.html",
                                "/favicon.ico",
                                "/camunda/**",
                                "/v3/api-docs",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml",
                                "/swagger-ui.html",
                                "/swagger-ui/**",
                                "/error")
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

    /** The claim {@code roles} of a token holds the same words as the configuration of a client. */
    private static JwtAuthenticationConverter rolesOfToken() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    @Bean
    UserDetailsService clients(ClientProperties properties) {
        return new InMemoryUserDetailsManager(
                properties.clients().stream().map(SecurityConfiguration::user).toList());
    }

    private static UserDetails user(ClientProperties.Client client) {
        return User.withUsername(client.name())
                .password(client.password())
                .roles(client.roles().stream().map(Enum::name).toArray(String[]::new))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
