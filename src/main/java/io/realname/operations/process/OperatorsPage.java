package io.realname.operations.process;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The address of the operators' page. Its files are in {@code static/operations}; it shows nothing without a login. */
@Configuration(proxyBeanMethods = false)
class OperatorsPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/operations", "/operations/");
        views.addViewController("/operations/").setViewName("forward:/operations/index.html");
    }
}
