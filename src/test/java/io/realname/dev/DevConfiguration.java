package io.realname.dev;

import io.realname.provider.tencent.TencentProperties;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What the run command adds to the production app: a database, and the providers' stand-in. */
@Import({DemoUsers.class, WhereToGo.class})
@TestConfiguration(proxyBeanMethods = false)
public class DevConfiguration {

    /** Names the folder that the data are kept in; relative to the folder that the app is started in. */
    static final String DATA_FOLDER = "realname.dev.data-dir";

    /** Stopped after the connection pool: the pool is built from {@link #connectionDetails}, which need this. */
    @Bean
    EmbeddedDatabase embeddedDatabase(@Value("${" + DATA_FOLDER + "}") Path folder) {
        return EmbeddedDatabase.open(folder);
    }

    @Bean
    JdbcConnectionDetails connectionDetails(EmbeddedDatabase database) {
        return new OwnersConnection(database.jdbcUrl());
    }

    @Bean
    SandboxServer sandbox(@Value("${realname.dev.sandbox-port}") int port, TencentProperties provider) {
        return SandboxServer.start(SandboxSettings.of(
                        Objects.requireNonNull(provider.secretId()), Objects.requireNonNull(provider.secretKey()))
                .withPort(port));
    }
}
