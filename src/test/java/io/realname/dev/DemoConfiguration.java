package io.realname.dev;

import io.realname.provider.tencent.TencentProperties;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What the demo adds to the app: the sandbox for the providers, users, sample applications and start instructions. */
@TestConfiguration(proxyBeanMethods = false)
@Import({DemoUsers.class, DemoAppeals.class, DemoEnterprises.class, SavedDiagrams.class, WhereToGo.class})
public class DemoConfiguration {

    @Bean
    SandboxServer sandbox(@Value("${realname.dev.sandbox-port}") int port, TencentProperties provider) {
        return SandboxServer.start(SandboxSettings.of(
                        Objects.requireNonNull(provider.secretId()), Objects.requireNonNull(provider.secretKey()))
                .withPort(port));
    }
}
