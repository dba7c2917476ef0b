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
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** No container engine runs where this project is built, so what can be told by reading is checked by reading. */
class DeliveryFilesTest {

    private static final Map<String, Object> compose = new HashMap<>();

    private static List<String> dockerfile = List.of();

    @BeforeAll
    static void read() throws IOException {
        compose.putAll(new Yaml(new SafeConstructor(new LoaderOptions()))
                .<Map<String, Object>>load(Files.readString(Path.of("docker-compose.yml"))));
        dockerfile = Files.readAllLines(Path.of("Dockerfile"));
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
        assertThat(map(service("app"), "environment"))
                .containsEntry("REALNAME_EVIDENCE_CLAMD_HOST", "${REALNAME_EVIDENCE_CLAMD_HOST:-clamav}");
        assertThat(service("clamav"))
                .doesNotContainKey("ports")
                .extractingByKey("image")
                .asString()
                .matches("clamav/clamav:\\d+\\.\\d+");
    }

    @Test
    void composeKeepsTheDataInANamedVolumeAndPinsTheDatabase() {
        assertThat(service("postgres"))
                .hasEntrySatisfying(
                        "volumes",
                        volumes -> assertThat(volumes)
                                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                                .contains("postgres:/var/lib/postgresql/data"))
                .extractingByKey("image")
                .asString()
                .matches("postgres:17\\.\\d+");
        assertThat(map(compose, "volumes")).containsKeys("postgres", "backups", "clamav");
    }

    @Test
    void composeLetsTheAppDoNoMoreThanItMust() {
        assertThat(service("app"))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"));
    }

    @Test
    void composeRunsThreeNodesThatDifferInNothingBehindAProxy() throws IOException {
        assertThat(service("app-2")).isEqualTo(service("app"));
        assertThat(service("app-3")).isEqualTo(service("app"));
        assertThat(service("proxy"))
                .containsEntry("ports", List.of("${REALNAME_BIND:-127.0.0.1:8080}:8080"))
                .containsEntry("volumes", List.of("./operations/proxy:/usr/local/etc/haproxy:ro"));
        assertThat(Files.readString(Path.of("operations", "proxy", "haproxy.cfg"))
                        .lines())
                .filteredOn(line -> line.startsWith("  server "))
                .extracting(line -> line.strip().split(" ")[1])
                .containsExactly("app", "app-2", "app-3");
    }

    @Test
    void composePublishesTheProxyAndToThisMachineTheMonitoring() {
        services().forEach(name -> {
            if (Set.of("prometheus", "grafana").contains(name)) {
                assertThat(service(name)).extractingByKey("ports").asString().startsWith("[127.0.0.1:");
            } else if (!name.equals("proxy")) {
                assertThat(service(name)).as(name).doesNotContainKey("ports");
            }
        });
    }

    @Test
    void composeLimitsWhatAServiceTakes() {
        assertThat(services())
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(service(name))
                        .containsKeys("mem_limit", "cpus", "pids_limit")
                        .containsEntry("security_opt", List.of("no-new-privileges:true"))
                        .containsEntry(
                                "logging",
                                Map.of("driver", "json-file", "options", Map.of("max-size", "20m", "max-file", "5"))));
    }

    /** The kernel ends a container that takes more than its limit, in the middle of its work. */
    @Test
    void aNodeHasMemoryForItsHeapForTheJvmAndForTheProcessesThatReadFiles() {
        int limit = 1024
                * Integer.parseInt(
                        String.valueOf(service("app").get("mem_limit")).replace("g", ""));
        int heap = limit
                * Integer.parseInt(String.join("\n", dockerfile).replaceAll("(?s).*MaxRAMPercentage=(\\d+).*", "$1"))
                / 100;
        int jvm = 300;
        int decoders = 2 * 600;

        assertThat(heap)
                .as("4 forms of 51 MB, held twice, two pictures of 200 MB, and the rest")
                .isGreaterThan(1_300);
        assertThat(limit - heap).isGreaterThanOrEqualTo(jvm + decoders);
    }

    @Test
    void composePinsEachImageThatItDoesNotBuild() {
        assertThat(services())
                .filteredOn(name -> !name.startsWith("app"))
                .allSatisfy(name -> assertThat(service(name))
                        .extractingByKey("image")
                        .asString()
                        .matches("[a-z/-]+:v?\\d+(\\.\\d+)+"));
    }

    @Test
    void composeMountsWhatIsThereAndTheScriptsCanBeRun() {
        assertThat(services())
                .allSatisfy(name -> assertThat(mounted(name))
                        .allSatisfy(path -> assertThat(Path.of(path)).exists()));
        assertThat(services().stream().mapToInt(name -> mounted(name).size()).sum())
                .isGreaterThan(5);
        assertThat(List.of("archive-wal", "backup", "restore"))
                .allSatisfy(script -> assertThat(Path.of("operations", script)).isExecutable());
    }

    private static List<String> mounted(String service) {
        return service(service).getOrDefault("volumes", List.of()) instanceof List<?> volumes
                ? volumes.stream()
                        .map(volume -> volume.toString().split(":")[0])
                        .filter(path -> path.startsWith("./"))
                        .toList()
                : List.of();
    }

    private static Set<String> services() {
        return map(compose, "services").keySet();
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

    @Test
    void imageLogsJson() {
        assertThat(dockerfile).contains("ENV LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs");
    }

    private static Map<String, Object> service(String name) {
        return map(map(compose, "services"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
    }
}
