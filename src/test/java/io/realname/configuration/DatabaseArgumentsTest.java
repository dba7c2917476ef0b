package io.realname.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.dev.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image of PostgreSQL hands {@code POSTGRES_INITDB_ARGS} to {@code initdb}; here the same program gets the same. */
class DatabaseArgumentsTest {

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

    /** @param words what it said, with those on errors */
    private record Made(int status, String words) {}

    private static List<String> arguments() throws IOException {
        String arguments = new ComposeFile(ComposeFile.FILE.content())
                .environment("postgres", Map.of("SPRING_DATASOURCE_PASSWORD", "unused"))
                .get("POSTGRES_INITDB_ARGS");
        return List.of(Objects.requireNonNull(arguments).split(" "));
    }

    private Made initdb(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to work for root.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs().resolve("initdb").toString());
        command.addAll(List.of("--username=realname", "--no-sync", "--pgdata=" + folder.resolve("data")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
        // As in the image.
        builder.environment().put("LANG", "en_US.utf8");
        builder.redirectOutput(folder.resolve("log").toFile());
        Process initdb = builder.start();
        assertThat(initdb.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Made(initdb.exitValue(), Files.readString(folder.resolve("log")));
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
