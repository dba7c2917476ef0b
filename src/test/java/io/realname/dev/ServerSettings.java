package io.realname.dev;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Settings that the kept and the temporary PostgreSQL server have in common. */
final class ServerSettings {

    /** The role with which the app connects. It owns its database and, unlike {@code postgres}, is no superuser. */
    static final String OWNER = "realname";

    private ServerSettings() {}

    /**
     * A server that sorts and compares in the same way on every machine, whatever its language. It runs until we stop
     * it: the library's shutdown hook would stop it while Spring's connection pool still uses it.
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
