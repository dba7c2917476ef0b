package io.realname.app;

import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.time.Duration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The providers' stand-in for one application context, a bean of it. Late answers come after 3 s, when the app gave up
 * after 1 s. An initializer, because the engine, and with it the adapters, start before other beans could be asked.
 */
public class TestSandbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Duration LATE = Duration.ofSeconds(3);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SandboxServer sandbox = SandboxServer.start(
                SandboxSettings.of("sandbox-id", "sandbox-key").withLateAnswer(LATE));
        context.getBeanFactory().registerSingleton("sandbox", sandbox);
        TestPropertyValues.of(
                        "realname.tencent.faceid-endpoint=localhost:" + sandbox.port(),
                        "realname.tencent.ocr-endpoint=localhost:" + sandbox.port(),
                        "realname.tencent.sms.endpoint=localhost:" + sandbox.port(),
                        "realname.jdcloud.endpoint=" + sandbox.url())
                .applyTo(context);
    }
}
