package io.realname.dev;

import io.realname.sandbox.storage.ClamdStandIn;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a malware scanner's stand-in as a bean of an application context, and configures its address in the app. */
public class ScannerBeside implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ClamdStandIn clamd = ClamdStandIn.start();
        context.getBeanFactory().registerSingleton("clamdStandIn", clamd);
        TestPropertyValues.of("realname.evidence.clamd.host=localhost", "realname.evidence.clamd.port=" + clamd.port())
                .applyTo(context);
    }
}
