package io.realname.benchmark.byhand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Profile;

/**
 * Starts realname without its rooms that know the engine, and without the engine.
 *
 * <p>The profile keeps these classes out of tests, which look for the product's classes in all of {@code io.realname}.
 */
@Profile(ByHandApplication.PROFILE)
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
            // Both would have been excluded by the product's settings; these are replaced by the ones above.
            "org.springframework.boot.autoconfigure.jersey.JerseyAutoConfiguration"
        })
@ComponentScan(
        basePackages = "io.realname",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "io\\.realname\\.([a-z]+\\.)*process\\..*",
                            "io\\.realname\\.(RealnameApplication|OfferedToDiagrams)",
                            "io\\.realname\\.(staff|diagram)\\..*"
                        }))
public class ByHandApplication {

    static final String PROFILE = "by-hand";

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ByHandApplication.class);
        application.setAdditionalProfiles(PROFILE);
        application.run(args);
    }
}
