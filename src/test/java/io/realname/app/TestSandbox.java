package io.realname.app;

import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.time.Duration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The providers' stand-in, as a bean of one application context. Late answers come after 3 s, when the app has given
 * up, after at most 2 s. It is an initializer, because the engine, and with it the adapters, start before other beans
 * are available.
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
