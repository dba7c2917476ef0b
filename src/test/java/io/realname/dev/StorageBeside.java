package io.realname.dev;

import io.realname.sandbox.storage.S3StandIn;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an object storage's stand-in as a bean of an application context. The app keeps its evidence there. */
public class StorageBeside implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        S3StandIn s3 = S3StandIn.start("papers", "key-id", "key-secret");
        context.getBeanFactory().registerSingleton("s3StandIn", s3);
        TestPropertyValues.of(
                        "realname.evidence.store=s3",
                        "realname.evidence.s3.endpoint=" + s3.url(),
                        "realname.evidence.s3.region=cn-north-1",
                        "realname.evidence.s3.bucket=papers",
                        "realname.evidence.s3.access-key-id=key-id",
                        "realname.evidence.s3.secret-access-key=key-secret",
                        "realname.evidence.s3.timeout=2s")
                .applyTo(context);
    }
}
