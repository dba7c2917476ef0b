package io.realname.dev;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Starts the database that the run command uses. */
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
}
