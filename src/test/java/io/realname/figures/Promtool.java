package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of Debian's package {@code prometheus}. */
final class Promtool {

    static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Path COMMAND = Path.of("/usr/bin/promtool");

    private Promtool() {}

    /** Ends the test where they are not installed, which they are where CI runs. */
    static void require() {
        boolean installed = Files.isExecutable(COMMAND) && Files.isExecutable(PROMETHEUS);
        assertThat(installed || System.getenv("CI") == null)
                .as("prometheus, which .ci/run installs")
                .isTrue();
        assumeTrue(installed, "prometheus is not installed: its rules and queries are not run");
    }

    static Result run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Result(int status, String output) {}
}
