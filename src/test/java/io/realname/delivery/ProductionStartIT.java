package io.realname.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Client;
import io.realname.dev.TestDatabase;
import io.realname.protection.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Starts the jar that {@code package} has made, as an operator does. */
class ProductionStartIT {

    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void namesAllThatIsMissingAndStops() throws Exception {
        Process app = start(Map.of("REALNAME_TENCENT_SECRET_ID", "id"));

        assertThat(app.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(app.exitValue()).isNotZero();
        assertThat(log())
                .contains(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_DATASOURCE_PASSWORD",
                        "REALNAME_PROTECTION_SEALING_KEYSET",
                        "REALNAME_PROTECTION_BLIND_INDEX_KEYSET",
                        "REALNAME_TENCENT_SECRET_KEY",
                        "REALNAME_TENCENT_SMS_TEMPLATE_ID",
                        "REALNAME_TENCENT_SMS_HOLDER_TEMPLATE_ID",
                        "REALNAME_JDCLOUD_ACCESS_KEY",
                        "REALNAME_JDCLOUD_SECRET_KEY",
                        "REALNAME_EVIDENCE_CLAMD_HOST",
                        "CAMUNDA_BPM_ADMIN_USER_PASSWORD")
                .doesNotContain("REALNAME_TENCENT_SECRET_ID");
    }

    @Test
    void saysInAFewLinesThatTheDatabaseIsAway() throws Exception {
        Map<String, String> environment = new HashMap<>(complete("jdbc:postgresql://localhost:1/none?password=hidden"));
        Process app = start(environment);

        assertThat(app.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(app.exitValue()).isNotZero();
        assertThat(log())
                .contains("The database jdbc:postgresql://localhost:1/none does not answer.")
                .doesNotContain("\tat ")
                .doesNotContain("hidden");
    }

    /** The names are those of docker-compose.yml. */
    @Test
    void startsWithAllOfItInTheEnvironment() throws Exception {
        starts(Map.of());
    }

    /** The names are those of operations/secrets.yml. */
    @Test
    void startsWithItsSecretsInFiles() throws Exception {
        starts(Map.of(
                "SPRING_DATASOURCE_PASSWORD", "spring.datasource.password",
                "REALNAME_PROTECTION_SEALING_KEYSET", "realname.protection.sealing-keyset",
                "REALNAME_PROTECTION_BLIND_INDEX_KEYSET", "realname.protection.blind-index-keyset",
                "REALNAME_TENCENT_SECRET_KEY", "realname.tencent.secret-key",
                "REALNAME_JDCLOUD_SECRET_KEY", "realname.jdcloud.secret-key",
                "CAMUNDA_BPM_ADMIN_USER_PASSWORD", "camunda.bpm.admin-user.password"));
    }

    /** @param files for each variable that is a file instead, the file's name */
    private void starts(Map<String, String> files) throws Exception {
        ImageLayout image = ImageLayout.unpack(folder.resolve("image"));
        JdbcConnectionDetails database = TestDatabase.fresh();
        Map<String, String> environment = new HashMap<>(complete(database.getJdbcUrl()));
        environment.put("SPRING_DATASOURCE_USERNAME", String.valueOf(database.getUsername()));
        environment.putAll(image.environment());
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(free()));
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        environment.computeIfPresent("SPRING_CONFIG_IMPORT", (name, of) -> of.replace("/run/secrets/", secrets + "/"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(
                    secrets.resolve(file.getValue()), Objects.requireNonNull(environment.remove(file.getKey())) + "\n");
        }
        Process app = start(image.entrypoint(), image.folder(), environment);
        try {
            await().atMost(START).until(() -> !app.isAlive() || port() > 0);
            assertThat(app.isAlive())
                    .as(() -> "the app ended by itself:\n" + log())
                    .isTrue();

            // The port is open a moment before the app says that it is ready.
            await().atMost(START).until(() -> image.isHealthy(environment));
            assertThat(Client.named("mall", port()).get("/actuator/health").status())
                    .as("the doors have no probes")
                    .isEqualTo(404);
            assertThat(Client.named("mall", port())
                            .get("/api/v1/verifications/00000000-0000-7000-8000-000000000000")
                            .status())
                    .isEqualTo(404);
            assertThat(Client.named("accounts", port()).get("/api/v1/banks").status())
                    .as("no demo client")
                    .isEqualTo(401);
            assertThat(log().lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(new ObjectMapper()
                                    .readTree(line)
                                    .path("message")
                                    .asText())
                            .isNotEmpty());
        } finally {
            app.destroy();
            assertThat(app.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Map<String, String> complete(String url) {
        return Map.ofEntries(
                Map.entry("SERVER_PORT", "0"),
                Map.entry("SPRING_DATASOURCE_URL", url),
                Map.entry("SPRING_DATASOURCE_USERNAME", "realname"),
                Map.entry("SPRING_DATASOURCE_PASSWORD", "the test server asks for none"),
                Map.entry("REALNAME_PROTECTION_SEALING_KEYSET", Keysets.newSealingKeyset()),
                Map.entry("REALNAME_PROTECTION_BLIND_INDEX_KEYSET", Keysets.newBlindIndexKeyset()),
                Map.entry("REALNAME_TENCENT_SECRET_ID", "id"),
                Map.entry("REALNAME_TENCENT_SECRET_KEY", "key"),
                Map.entry("REALNAME_TENCENT_SMS_APP_ID", "1400000000"),
                Map.entry("REALNAME_TENCENT_SMS_TEMPLATE_ID", "1"),
                Map.entry("REALNAME_TENCENT_SMS_HOLDER_TEMPLATE_ID", "2"),
                Map.entry("REALNAME_TENCENT_SMS_SIGN_NAME", "realname"),
                Map.entry("REALNAME_JDCLOUD_ACCESS_KEY", "id"),
                Map.entry("REALNAME_JDCLOUD_SECRET_KEY", "key"),
                Map.entry("REALNAME_EVIDENCE_CLAMD_HOST", "localhost"),
                Map.entry("CAMUNDA_BPM_ADMIN_USER_ID", "chief"),
                Map.entry("CAMUNDA_BPM_ADMIN_USER_PASSWORD", "Quite-Long-2026"),
                Map.entry("REALNAME_CLIENTS_0_NAME", "mall"),
                // Spring Security's own form for a plain text; the hash of a fresh secret takes as long as the test.
                Map.entry("REALNAME_CLIENTS_0_PASSWORD", "{noop}mall-secret"),
                Map.entry("REALNAME_CLIENTS_0_ROLES", "CLIENT"));
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process start(Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(ImageLayout.JAVA);
        command.addAll(List.of("-jar", System.getProperty("realname.jar")));
        return start(command, folder, environment);
    }

    private Process start(List<String> command, Path in, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("REALNAME_"));
        builder.environment().putAll(environment);
        builder.directory(in.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("log").toFile());
        return builder.start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that Tomcat says it took; 0 before. */
    private int port() {
        Matcher started = Pattern.compile("Tomcat started on port (\\d+)").matcher(log());
        return started.find() ? Integer.parseInt(started.group(1)) : 0;
    }
}
