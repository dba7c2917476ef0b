package io.realname.staff.login;

import io.realname.staff.SingleSignOnProperties;
import io.realname.staff.WithSingleSignOn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The access rules of the login at the provider. Spring Security asks the provider and checks its answer; from then on, the
 * person is logged in to the web apps, by their session, and not to Spring Security.
 */
@Configuration(proxyBeanMethods = false)
@WithSingleSignOn
class SingleSignOnConfiguration {

    static final String ENTER = "/login";
    static final String ENTERED = "/login/entered";
    static final String ENDED = "/login/ended";
    static final String PROBLEM = "/login/problem";
    static final String PROVIDERS = "/login/provider";
    static final String TO_PROVIDER = PROVIDERS + "/" + SingleSignOnProperties.REGISTRATION;
    static final String START = "/camunda/app/welcome/default/";

    private static final String OWN_FILES_ONLY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain login(HttpSecurity http, AnsweringProvider requests, LoginHandler handler) throws Exception {
        http.securityMatcher(ENTER, "/login/**")
                .authorizeHttpRequests(asked -> asked.requestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, ENTER),
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/login/*"),
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PROBLEM + "/*"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2Login(login -> login.loginPage(ENTER)
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                        .successHandler(handler)
                        .failureHandler(handler)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(handler);
                                return filter;
                            }
                        }))
                // The session keeps the web apps' login, and nothing of the provider's but the sealed ID token.
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                // A login begins another session anyway. With a new id before that, Spring Session would find the row
                // of the
                // session that was ended under its old id, and go on with it.
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER)
                        .sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::none))
                .requestCache(AbstractHttpConfigurer::disable)
                // Only GET is allowed; the provider's answer is held by its state.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_FILES_ONLY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        return http.build();
    }
}
