package io.realname.app;

import io.realname.RealnameApplication;
import io.realname.desk.OpenReviews;
import io.realname.desk.ReviewDesk;
import io.realname.desk.ThoroughLook;
import io.realname.dev.ScannerBeside;
import io.realname.dev.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole app: on a free port, on a PostgreSQL database of its own, with the production adapters against a
 * sandbox. Tests with the same properties share one running app, so each uses people, accounts and numbers of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RealnameApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            // Spring Boot leaves metrics out of tests.
            "management.prometheus.metrics.export.enabled=true",
            // Races let sixty-four come at once, also to an app that has just started and takes seconds for its first
            // requests. None of them may be told to come back.
            "realname.requests.places=100",
            "realname.requests.patience=250ms",
            "spring.datasource.hikari.connection-timeout=20000",
            // Applications of tests whose provider fails are retried for minutes. They must not open a circuit breaker
            // for the tests that follow.
            "resilience4j.circuitbreaker.configs.provider.failure-rate-threshold=100",
            "realname.tencent.timeouts.connect=1s",
            "realname.tencent.timeouts.read=2s",
            "realname.tencent.timeouts.call=3s",
            "realname.jdcloud.timeouts.connect=1s",
            "realname.jdcloud.timeouts.call=3s"
        })
@Import({
    TestDatabase.class,
    Walk.class,
    Jobs.class,
    Registered.class,
    OpenReviews.class,
    ReviewDesk.class,
    ThoroughLook.class
})
@ContextConfiguration(initializers = {TestSandbox.class, ScannerBeside.class})
public @interface RealnameTest {}
