package io.realname.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.realname.dev.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image of PostgreSQL hands {@code POSTGRES_INITDB_ARGS} to {@code initdb}, and the service's command to the server; here
 * the same programs get the same.
 */
class DatabaseArgumentsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The binaries of the tests come without it. */
    private static final String EXTENSION = "--shared_preload_libraries=pg_stat_statements";

    @TempDir
    private Path folder;

    @Test
    void aDatabaseIsMadeWithTheArgumentsOfTheComposeFile() throws Exception {
        Made made = initdb(arguments());

        assertThat(made.status()).as(made.words()).isZero();
        assertThat(made.words()).contains("C.UTF-8", "Data page checksums are enabled");
    }

    @Test
    void noneIsMadeWithoutTheEncoding() throws Exception {
        List<String> arguments = new ArrayList<>(arguments());
        assertThat(arguments.remove("--encoding=UTF8")).isTrue();

        Made made = initdb(arguments);

        assertThat(made.status()).isNotZero();
        assertThat(made.words()).contains("requires encoding \"UTF-8\"");
    }

    @Test
    void aServerRunsWithTheArgumentsOfTheComposeFile() throws Exception {
        assertThat(initdb(arguments()).status()).isZero();
        List<String> command = new ComposeFile(ComposeFile.FILE.content()).command("postgres");
        Path archive = Files.createDirectories(folder.resolve("wal"));

        Map<String, String> settings = new HashMap<>();
        server(
                command.stream()
                        .filter(argument -> !argument.equals(EXTENSION))
                        .map(argument -> argument.replace(
                                "=/operations/", "=" + Path.of("operations").toAbsolutePath() + "/"))
                        .toList(),
                statement -> {
                    try (ResultSet all =
                            statement.executeQuery("select name, current_setting(name) from pg_settings")) {
                        while (all.next()) {
                            settings.put(all.getString(1), all.getString(2));
                        }
                    }
                    statement.execute("create table written (word text)");
                    statement.execute("select pg_switch_wal()");
                    await().atMost(PATIENCE).until(() -> archived(archive) > 0);
                });

        assertThat(command).as("tried by operations/try-backup").contains(EXTENSION);
        assertThat(settings)
                .containsEntry("shared_buffers", "512MB")
                .containsEntry("effective_cache_size", "1536MB")
                .containsEntry("work_mem", "8MB")
                .containsEntry("max_wal_size", "2GB")
                .containsEntry("checkpoint_completion_target", "0.9")
                .containsEntry("log_error_verbosity", "terse")
                .containsEntry("archive_mode", "on");
        int nodes = 3;
        int connectionsOfANode = 20 + 4;
        assertThat(Integer.parseInt(Objects.requireNonNull(settings.get("max_connections"))))
                .as("for the nodes, one more while one is replaced, and for people and backups")
                .isGreaterThan((nodes + 1) * connectionsOfANode + 10);
    }

    @Test
    void noServerRunsWithAnArgumentThatItDoesNotKnow() throws Exception {
        assertThat(initdb(arguments()).status()).isZero();

        assertThatThrownBy(() -> server(List.of("--shared_bufers=512MB"), statement -> {}))
                .hasMessageContaining("unrecognized configuration parameter");
    }

    private static long archived(Path archive) throws IOException {
        try (Stream<Path> files = Files.list(archive)) {
            return files.filter(file -> file.toString().endsWith(".gz")).count();
        }
    }

    private interface Work {

        void with(Statement statement) throws Exception;
    }

    /** Does some work while a server runs with these arguments. */
    private void server(List<String> arguments, Work work) throws Exception {
        int port = free();
        List<String> command =
                new ArrayList<>(List.of(programs().resolve("postgres").toString()));
        command.addAll(List.of("-D", folder.resolve("data").toString()));
        command.addAll(arguments);
        command.addAll(List.of("--port=" + port, "--unix_socket_directories="));
        ProcessBuilder builder = asNobody(command);
        // Where operations/archive-wal puts the files.
        builder.environment().put("BACKUPS", folder.toString());
        Process server = builder.start();
        try {
            String url = "jdbc:postgresql://localhost:" + port + "/postgres";
            await().atMost(PATIENCE).until(() -> !server.isAlive() || answers(url));
            assertThat(server.isAlive()).as(log()).isTrue();
            try (Connection connection = DriverManager.getConnection(url, "realname", "");
                    Statement statement = connection.createStatement()) {
                work.with(statement);
            }
        } finally {
            server.destroy();
            assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static boolean answers(String url) {
        try (Connection connection = DriverManager.getConnection(url, "realname", "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** @param words what it said, with those on errors */
    private record Made(int status, String words) {}

    private static List<String> arguments() throws IOException {
        String arguments = new ComposeFile(ComposeFile.FILE.content())
                .environment("postgres", Map.of("SPRING_DATASOURCE_PASSWORD", "unused"))
                .get("POSTGRES_INITDB_ARGS");
        return List.of(Objects.requireNonNull(arguments).split(" "));
    }

    private Made initdb(List<String> arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(programs().resolve("initdb").toString()));
        command.addAll(List.of("--username=realname", "--no-sync", "--pgdata=" + folder.resolve("data")));
        command.addAll(arguments);
        Process initdb = asNobody(command).start();
        assertThat(initdb.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Made(initdb.exitValue(), log());
    }

    /** The programs refuse to work for root. */
    private ProcessBuilder asNobody(List<String> program) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
        // As in the image.
        builder.environment().put("LANG", "en_US.utf8");
        return builder.redirectOutput(folder.resolve("log").toFile());
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** Where the programs of the server are that the tests run on. */
    private static Path programs() throws SQLException {
        try (Connection superuser =
                        DriverManager.getConnection(TestDatabase.fresh().getJdbcUrl(), "postgres", "");
                Statement statement = superuser.createStatement();
                ResultSet answer = statement.executeQuery("select setting from pg_config where name = 'BINDIR'")) {
            assertThat(answer.next()).isTrue();
            return Path.of(answer.getString(1));
        }
    }
}
