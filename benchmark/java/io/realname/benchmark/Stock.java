package io.realname.benchmark;

import io.realname.benchmark.stock.StockApplication;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The comparator on Camunda's starter. It has those of realname's libraries that it would have of its own. */
final class Stock {

    /** What realname has beside the engine, Spring MVC, Spring Security and the provider's client. */
    private static final List<String> LEFT_OUT = List.of(
            "camunda-bpm-spring-boot-starter-rest",
            "camunda-bpm-spring-boot-starter-webapp",
            "camunda-engine-plugin-spin",
            "camunda-engine-rest",
            "camunda-identity-ldap",
            "camunda-spin",
            "camunda-webapp",
            "flyway",
            "jersey",
            "micrometer-registry",
            "micrometer-tracing",
            "opentelemetry",
            "resilience4j",
            "spring-boot-actuator",
            "spring-security-oauth2",
            "spring-session",
            "springdoc");

    private Stock() {}

    /** @param storedAs how the client's secret is stored: {@code {noop}} or {@code {bcrypt}} */
    static RunningSystem start(String name, Surroundings surroundings, String storedAs)
            throws IOException, InterruptedException {
        String secret = surroundings.keys().secret();
        return surroundings.start(
                name,
                List.of(
                        "-cp",
                        surroundings
                                .installed()
                                .libraries(library -> LEFT_OUT.stream().noneMatch(library::startsWith)),
                        StockApplication.class.getName()),
                Map.of(
                        "SPRING_CONFIG_LOCATION",
                        "classpath:/io/realname/benchmark/stock/application.yaml",
                        "SPRING_SECURITY_USER_PASSWORD",
                        storedAs
                                + (storedAs.equals("{bcrypt}") ? new BCryptPasswordEncoder().encode(secret) : secret)));
    }
}
