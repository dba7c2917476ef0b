package io.realname.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.realname.configuration.ComposeFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL as {@code docker-compose.yml} runs it, but without an archive of the WAL, and without checksums of its pages,
 * which the embedded one cannot have: nothing that was committed can be lost. It counts each statement.
 */
final class DurablePostgres implements AutoCloseable {

    private static final Pattern SETTING = Pattern.compile("--([a-z_]+)=(.*)");

    private final EmbeddedPostgres postgres;

    private DurablePostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static DurablePostgres start(Path folder) throws IOException {
        EmbeddedPostgres.Builder postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(true)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library turns both off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        settingsOfCompose().forEach(postgres::setServerConfig);
        return new DurablePostgres(postgres.setServerConfig("max_connections", "200")
                .setServerConfig("pg_stat_statements.max", "10000")
                .start());
    }

    private static Map<String, String> settingsOfCompose() throws IOException {
        ComposeFile compose = new ComposeFile(Files.readString(Path.of("docker-compose.yml")));
        Map<String, String> settings = new LinkedHashMap<>();
        for (String argument : compose.command("postgres")) {
            Matcher setting = SETTING.matcher(argument);
            if (setting.matches() && !setting.group(1).startsWith("archive_")) {
                settings.put(setting.group(1), setting.group(2));
            }
        }
        return settings;
    }

    /** An empty database, for one system. */
    Database create(String name) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IOException("The database " + name + " could not be created", e);
        }
        return new Database(name, "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), name));
    }

    JdbcClient statistics() throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort()));
        pool.setUsername(Database.USER);
        pool.setMaximumPoolSize(1);
        JdbcClient jdbc = JdbcClient.create(pool);
        jdbc.sql("create extension if not exists pg_stat_statements").update();
        return jdbc;
    }

    /** The process id of the server's first process: all others are its children. */
    long pid(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    record Database(String name, String jdbcUrl) {

        static final String USER = "postgres";

        /** Connections of the benchmark itself, as few as it needs. */
        HikariDataSource pool() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(jdbcUrl);
            pool.setUsername(USER);
            pool.setPassword("trusted");
            pool.setMaximumPoolSize(1);
            return pool;
        }
    }
}
