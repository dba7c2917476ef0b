package io.realname.process.door;

import io.realname.process.deployment.DeploymentTokens;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * The access rules of the three routes that Camunda Modeler needs to deploy. They are for analysts only: a client is
 * known here too, and refused; an analyst is unknown at all other routes.
 */
@Configuration(proxyBeanMethods = false)
class DeploymentDoorSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain deploymentDoor(
            HttpSecurity http,
            IdentityService identities,
            DeploymentTokens tokens,
            AuthenticationEntryPoint unknown,
            AccessDeniedHandler refused)
            throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        http.securityMatcher(new OrRequestMatcher(
                        path.matcher(HttpMethod.POST, DeploymentDoorFilter.CREATE),
                        path.matcher(HttpMethod.GET, DeploymentDoorFilter.LIST),
                        path.matcher(HttpMethod.GET, DeploymentDoorFilter.VERSION)))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(AnalystLogin.ANALYST))
                // Asked first. The provider of clients is asked if it does not know the login.
                .authenticationProvider(new AnalystLogin(identities))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unknown)
                        .opaqueToken(token -> token.introspector(new AnalystToken(tokens, identities))))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(unknown))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(unknown).accessDeniedHandler(refused))
                .headers(DeploymentDoorSecurity::noReferrer);
        return http.build();
    }

    private static void noReferrer(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
