package io.realname.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** No container engine runs where this project is built, so what can be told by reading is checked by reading. */
class DeliveryFilesTest {

    /** What the services of the composition are to each other. */
    private static final Set<String> OF_THE_COMPOSITION =
            Set.of("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "REALNAME_EVIDENCE_CLAMD_HOST");

    private static final Map<String, Object> compose = new HashMap<>();

    private static List<String> dockerfile = List.of();

    @BeforeAll
    static void read() throws IOException {
        compose.putAll(new Yaml(new SafeConstructor(new LoaderOptions()))
                .<Map<String, Object>>load(Files.readString(Path.of("docker-compose.yml"))));
        dockerfile = Files.readAllLines(Path.of("Dockerfile"));
    }

    @Test
    void composeTakesEverySettingThatIsSecretOrOnesOwnFromTheEnvironmentAndNamesWhatIsMissing() {
        Map<String, Object> settings = map(service("app"), "environment");
        assertThat(settings)
                .containsOnlyKeys(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_DATASOURCE_USERNAME",
                        "SPRING_DATASOURCE_PASSWORD",
                        "REALNAME_PROTECTION_SEALING_KEYSET",
                        "REALNAME_PROTECTION_BLIND_INDEX_KEYSET",
                        "REALNAME_TENCENT_SECRET_ID",
                        "REALNAME_TENCENT_SECRET_KEY",
                        "REALNAME_TENCENT_SMS_APP_ID",
                        "REALNAME_TENCENT_SMS_TEMPLATE_ID",
                        "REALNAME_TENCENT_SMS_HOLDER_TEMPLATE_ID",
                        "REALNAME_TENCENT_SMS_SIGN_NAME",
                        "REALNAME_JDCLOUD_ACCESS_KEY",
                        "REALNAME_JDCLOUD_SECRET_KEY",
                        "CAMUNDA_BPM_ADMIN_USER_ID",
                        "CAMUNDA_BPM_ADMIN_USER_PASSWORD",
                        "REALNAME_EVIDENCE_CLAMD_HOST",
                        "REALNAME_CLIENTS_0_NAME",
                        "REALNAME_CLIENTS_0_PASSWORD",
                        "REALNAME_CLIENTS_0_ROLES",
                        "REALNAME_BANK_CARD_ADDITIONAL_BANKS",
                        "REALNAME_BANK_CARD_ADDITIONAL_IINS",
                        "REALNAME_BANK_CARD_SUPPORTED_BANKS",
                        "REALNAME_BANK_CARD_UNSUPPORTED_BANKS");
        settings.forEach((name, value) -> {
            if (name.startsWith("REALNAME_BANK_CARD_")) {
                assertThat(value).as("may be left out").isEqualTo("${" + name + ":-}");
            } else if (!OF_THE_COMPOSITION.contains(name)) {
                assertThat(value.toString()).matches("\\$\\{" + name + ":\\?[^}]+}");
            }
        });
        assertThat(map(service("postgres"), "environment"))
                .containsEntry("POSTGRES_PASSWORD", settings.get("SPRING_DATASOURCE_PASSWORD"));
    }

    @Test
    void composeMountsTheOperatorsListsReadOnly() {
        assertThat(service("app")).containsEntry("volumes", List.of("${REALNAME_LISTS:-./lists}:/etc/realname:ro"));
    }

    @Test
    void composeStartsTheAppWhenTheDatabaseIsHealthy() {
        assertThat(service("postgres")).containsKey("healthcheck");
        assertThat(dockerfile).anyMatch(line -> line.startsWith("HEALTHCHECK"));
        assertThat(map(map(service("app"), "depends_on"), "postgres")).containsEntry("condition", "service_healthy");
    }

    @Test
    void composeHasTheScannerThatTheAppIsToldOf() {
        assertThat(map(service("app"), "environment")).containsEntry("REALNAME_EVIDENCE_CLAMD_HOST", "clamav");
        assertThat(service("clamav"))
                .doesNotContainKey("ports")
                .extractingByKey("image")
                .asString()
                .matches("clamav/clamav:\\d+\\.\\d+");
    }

    @Test
    void composeKeepsTheDataInANamedVolumeAndPinsTheDatabase() {
        assertThat(service("postgres"))
                .containsEntry("volumes", List.of("postgres:/var/lib/postgresql/data"))
                .extractingByKey("image")
                .asString()
                .matches("postgres:17\\.\\d+");
        assertThat(map(compose, "volumes")).containsOnlyKeys("postgres", "clamav");
    }

    @Test
    void composeLetsTheAppDoNoMoreThanItMust() {
        assertThat(service("app"))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsEntry("ports", List.of("${REALNAME_BIND:-127.0.0.1:8080}:8080"));
        assertThat(service("postgres")).doesNotContainKey("ports");
    }

    @Test
    void imageRunsAsANumberedUserOnPinnedBases() {
        assertThat(dockerfile.stream().filter(line -> line.startsWith("USER ")).reduce((first, last) -> last))
                .hasValueSatisfying(user -> assertThat(user).matches("USER [1-9]\\d*:[1-9]\\d*"));
        assertThat(dockerfile)
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "FROM eclipse-temurin:17\\.\\d+\\.\\d+(\\.\\d+)?_\\d+-(jdk-noble AS build|jre-noble)"));
        assertThat(dockerfile).anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\", "));
    }

    private static Map<String, Object> service(String name) {
        return map(map(compose, "services"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
    }
}
