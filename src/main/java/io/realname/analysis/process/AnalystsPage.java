package io.realname.analysis.process;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The address of the analysts' page. Its files are in {@code static/diagrams}; it shows nothing without a login. */
@Configuration(proxyBeanMethods = false)
class AnalystsPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/diagrams", "/diagrams/");
        views.addViewController("/diagrams/").setViewName("forward:/diagrams/index.html");
    }
}
