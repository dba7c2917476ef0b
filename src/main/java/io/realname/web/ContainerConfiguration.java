package io.realname.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Configures Tomcat and Spring so that every answer has a language, and every refusal has the form of problem details.
 */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

    /** Adds our valve after Spring Boot's own error valve, so that Tomcat asks ours first. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems(Problems problems) {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            context.getParent().getPipeline().addValve(new ContainerProblems(problems));
            context.getParent().getPipeline().addValve(new FormSizeValve());
        });
    }

    /**
     * Removes the {@code X-Forwarded-*} headers. Tomcat has already applied them if they come from a proxy that it
     * trusts. Code that reads them a second time would trust any sender, and would fail if the port is not a number.
     */
    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeadersAreFollowedOnce() {
        ForwardedHeaderFilter filter = new ForwardedHeaderFilter();
        filter.setRemoveOnly(true);
        FilterRegistrationBean<ForwardedHeaderFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    LocaleResolver language() {
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Language.of(request);
            }
        };
    }
}
