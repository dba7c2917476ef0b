package io.realname.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseIT {

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void chooseFolder() {
        // With a space, because a developer's path may contain one.
        folder = parent.resolve("kept data");
    }

    @Test
    void keepsWhatWasCommittedFromOneStartToTheNext() {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            sql(database, "CREATE TABLE kept (word text)").update();
            sql(database, "INSERT INTO kept VALUES ('林斌')").update();
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("林斌");
        }
    }

    @Test
    void survivesLossOfPowerAndIsOfTheMajorItSays() {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "SHOW server_version")).startsWith(EmbeddedDatabase.MAJOR + ".");
        }
    }

    @Test
    void stopsTheServerOfAKilledAppAndGoesOnWithItsData() throws IOException, InterruptedException {
        long orphan = killAnAppThatHasWritten("before the kill");
        assertThat(ProcessHandle.of(orphan)).as("the server that is left").isPresent();

        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(ask(database, "SELECT word FROM kept")).isEqualTo("before the kill");
            assertThat(Postmaster.of(folder).orElseThrow().pid()).isNotEqualTo(orphan);
        }
    }

    @Test
    void leavesAProcessAloneThatHasTakenAnOldServersNumber() throws IOException {
        EmbeddedDatabase.open(folder).close();
        Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAfreshWhereTheFirstStartWasCutShort() throws IOException {
        Path unfinished = Files.createDirectory(parent.resolve("kept data.new"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "17\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void refusesAFolderThatAnotherAppWorksOn() {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedDatabase.open(folder))
                    .withMessageContaining("Another running app");
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorAndLeavesThem() throws IOException {
        EmbeddedDatabase.open(folder).close();
        Path version = Files.writeString(folder.resolve("PG_VERSION"), "16\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedDatabase.open(folder))
                .withMessageContainingAll("PostgreSQL 16", "PostgreSQL 17", folder.toString());
        assertThat(version).hasContent("16");
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws IOException {
        Files.writeString(Files.createDirectory(folder).resolve("diary.txt"), "dear");

        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedDatabase.open(folder))
                .withMessageContaining("holds no PostgreSQL data");
    }

    /** @return the process number of the server that is left */
    private long killAnAppThatHasWritten(String word) throws IOException, InterruptedException {
        Process app = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppToKill.class.getName(),
                        folder.toString(),
                        word)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = app.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().anyMatch(AppToKill.WRITTEN::equals)).isTrue();
        } finally {
            app.destroyForcibly();
        }
        assertThat(app.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Postmaster.of(folder).orElseThrow().pid();
    }

    private static String ask(EmbeddedDatabase database, String query) {
        return sql(database, query).query(String.class).single();
    }

    private static JdbcClient.StatementSpec sql(EmbeddedDatabase database, String statement) {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), ServerSettings.OWNER, ""))
                .sql(statement);
    }
}
