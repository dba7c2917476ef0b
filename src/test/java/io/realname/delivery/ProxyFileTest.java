package io.realname.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** HAProxy reads the proxy's file, and its limits fit those of the app. operations/try-proxy runs it. */
class ProxyFileTest {

    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");
    private static final Path FILE = Path.of("operations", "proxy", "haproxy.cfg");

    private static String text = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(FILE);
    }

    @Test
    void haproxyUnderstandsIt() throws Exception {
        boolean installed = Files.isExecutable(HAPROXY);
        assertThat(installed || System.getenv("CI") == null)
                .as("haproxy, which .ci/run installs")
                .isTrue();
        assumeTrue(installed, "haproxy is not installed: its file is not checked");

        assertThat(check(text)).contains("Configuration file is valid");
        assertThat(check(text.replace("balance leastconn", "balance least"))).doesNotContain("is valid");
    }

    @Test
    void nothingIsSentTwice() {
        assertThat(text).contains("  retry-on conn-failure\n").containsOnlyOnce("retry-on");
    }

    @Test
    void itWaitsLongerThanTheAppAnswers() {
        Duration waits = Duration.ofSeconds(30);

        assertThat(seconds("timeout server")).isGreaterThan(waits.plusSeconds(10));
        assertThat(seconds("timeout client")).isGreaterThan(waits.plusSeconds(10));
    }

    @Test
    void itTakesWhatTheAppTakes() throws IOException {
        String settings = Files.readString(Path.of("src", "main", "resources", "application.yaml"));
        long app = DataSize.parse(found(settings, "max-request-size: (\\S+)")).toBytes();

        assertThat(Long.parseLong(found("content-length\\) gt (\\d+)"))).isBetween(app + 1, app + app / 10);
    }

    /** At the worst, the first check comes a whole interval after SIGTERM. */
    @Test
    void itKnowsThatANodeEndsBeforeItsPortIsClosed() throws IOException {
        Duration drain = Duration.ofSeconds(
                Long.parseLong(found(Files.readString(Path.of("Dockerfile")), "REALNAME_SHUTDOWN_DRAIN=(\\d+)s")));
        long failures = Long.parseLong(found(" fall (\\d+)"));

        assertThat(seconds(" inter").plus(seconds(" fastinter").multipliedBy(failures - 1)))
                .isLessThan(drain.minusSeconds(1));
    }

    private static Duration seconds(String name) {
        return Duration.ofSeconds(Long.parseLong(found(name + " (\\d+)s")));
    }

    private static String found(String pattern) {
        return found(text, pattern);
    }

    private static String found(String in, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(in);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private String check(String file) throws IOException, InterruptedException {
        Path copy = Files.writeString(folder.resolve("haproxy.cfg"), file);
        Process process = new ProcessBuilder(HAPROXY.toString(), "-c", "-f", copy.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
