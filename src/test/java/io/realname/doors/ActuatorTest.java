package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What operators may see: health without details, metrics for the client that may read them, and nothing else. */
@RealnameTest
class ActuatorTest {

    @Autowired
    private Walk walk;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsOpenAndSaysNoMore(String path) {
        Reply health = Client.nobody(walk.port()).get(path);

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.at("/status")).isEqualTo("UP");
        assertThat(health.body().has("components")).isFalse();
        assertThat(health.body().has("details")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "diskSpace", "circuitBreakers", "processEngine", "jobExecutor", "ping"})
    void noComponentIsShown(String component) {
        assertThat(Client.nobody(walk.port())
                        .get("/actuator/health/" + component)
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void metricsAreForWhoReadsMetrics() {
        Client metrics = Client.named("metrics", walk.port());

        Reply prometheus = metrics.send("GET", "/actuator/prometheus", null, java.util.Map.of("Accept", "text/plain"));
        assertThat(prometheus.status()).isEqualTo(200);
        assertThat(prometheus.response().body()).contains("jvm_memory_used_bytes", "http_server_requests");
        assertProblem(walk.mall().get("/actuator/prometheus"), 403, "FORBIDDEN");
        assertProblem(walk.accounts().get("/actuator/prometheus"), 403, "FORBIDDEN");
        assertProblem(Client.nobody(walk.port()).get("/actuator/prometheus"), 401, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "beans",
                "configprops",
                "heapdump",
                "threaddump",
                "loggers",
                "mappings",
                "flyway",
                "metrics",
                "httpexchanges",
                "scheduledtasks",
                "sessions",
                "shutdown",
                "logfile",
                "caches",
                "conditions",
                "circuitbreakers",
                "circuitbreakerevents",
                "bulkheads",
                "ratelimiters"
            })
    void nothingElseIsThere(String endpoint) {
        String path = "/actuator/" + endpoint;

        assertThat(Client.named("metrics", walk.port()).get(path).status()).isEqualTo(404);
        assertThat(Client.named("metrics", walk.port()).post(path, "{}").status())
                .isBetween(400, 499);
        assertThat(walk.mall().get(path).status()).isEqualTo(403);
        assertThat(Client.nobody(walk.port()).get(path).status()).isEqualTo(401);
    }
}
