package io.realname.api;

import io.realname.api.upload.FormRoutes;
import io.realname.api.upload.UploadProperties;
import io.realname.api.upload.UploadTime;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(UploadProperties.class)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "realname",
                        version = "v1",
                        license = @License(name = "Apache 2.0", identifier = "Apache-2.0"),
                        description =
                                "Personal real-name verification for the sites of a group. What may grow within v1: routes,"
                                        + " fields of answers, optional fields of requests, and the values of each"
                                        + " x-extensible-enum, which lists those that are known today. Clients pass over"
                                        + " fields and values that they do not know. Nothing is renamed or removed."
                                        + " Whatever fails on the server's side is 500 INTERNAL_ERROR."),
        servers = @Server(url = "/", description = "The app that serves this document"),
        security = {@SecurityRequirement(name = "basic"), @SecurityRequirement(name = "token")})
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
class ApiConfiguration {

    @Bean
    FormRoutes formRoutes() {
        return new FormRoutes(Set.of(AppealsController.PATH, EnterprisesController.PATH));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploadTime(UploadProperties properties) {
        return tomcat -> tomcat.addEngineValves(new UploadTime(properties.time()));
    }
}
