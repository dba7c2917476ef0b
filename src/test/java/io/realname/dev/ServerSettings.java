package io.realname.dev;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Settings that the kept and the temporary PostgreSQL server have in common. */
final class ServerSettings {

    /** The role that the app connects as: owner of its database and, other than {@code postgres}, no superuser. */
    static final String OWNER = "realname";

    private ServerSettings() {}

    /**
     * A server that sorts and compares alike on every machine, whatever the language of whoever starts it, and that
     * lives until we stop it: the library's shutdown hook would do so under the feet of Spring's connection pool.
     */
    static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    static String jdbcUrl(EmbeddedPostgres postgres, String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
    }

    static void createOwner(EmbeddedPostgres postgres) throws SQLException {
        execute(postgres, "CREATE ROLE " + OWNER + " LOGIN");
    }

    static void createDatabase(EmbeddedPostgres postgres, String name) throws SQLException {
        execute(postgres, "CREATE DATABASE " + name + " OWNER " + OWNER);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
