package io.realname.dev;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Starts the database that the run command uses. */
@TestConfiguration(proxyBeanMethods = false)
public class DevConfiguration {

    /** The setting that names the data folder; relative to the folder in which the app is started. */
    static final String DATA_FOLDER = "realname.dev.data-dir";

    /** Stopped after the connection pool: the pool depends on {@link #connectionDetails}, which depend on this bean. */
    @Bean
    EmbeddedDatabase embeddedDatabase(@Value("${" + DATA_FOLDER + "}") Path folder) {
        return EmbeddedDatabase.open(folder);
    }

    @Bean
    JdbcConnectionDetails connectionDetails(EmbeddedDatabase database) {
        return new OwnersConnection(database.jdbcUrl());
    }
}
