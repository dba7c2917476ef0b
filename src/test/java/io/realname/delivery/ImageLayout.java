package io.realname.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the image of the {@code Dockerfile} holds, in a folder: the layers of the jar, the environment, the command that
 * starts the app, and the health check. All of it is taken from the Dockerfile. Where the test runs as root, the app runs
 * as the image's user.
 */
final class ImageLayout {

    /** What is started runs for seconds only: the second compiler would cost more than it gives. */
    static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:+UseSerialGC");

    private final Path folder;
    private final String dockerfile;

    private ImageLayout(Path folder, String dockerfile) {
        this.folder = folder;
        this.dockerfile = dockerfile;
    }

    static ImageLayout unpack(Path into) throws IOException, InterruptedException {
        ImageLayout image = new ImageLayout(into.resolve("app"), Files.readString(Path.of("Dockerfile")));
        Path layers = into.resolve("layers");
        Files.createDirectories(image.folder);
        String extract = image.line("java -Djarmode=tools -jar \\S+ (extract .*) --destination layers");
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of("-Djarmode=tools", "-jar", System.getProperty("realname.jar")));
        command.addAll(List.of(extract.split(" ")));
        command.addAll(List.of("--destination", layers.toString()));
        Process extracting = new ProcessBuilder(command).inheritIO().start();
        assertThat(extracting.waitFor()).isZero();
        for (String layer : image.lines("COPY --from=build /build/layers/(\\S+)/ \\./")) {
            copy(layers.resolve(layer), image.folder);
        }
        // As in the image, everybody may read the folder, and only root may write into it.
        for (Path above = image.folder;
                above != null && above.startsWith(into.getParent());
                above = above.getParent()) {
            above.toFile().setExecutable(true, false);
            above.toFile().setReadable(true, false);
        }
        return image;
    }

    Path folder() {
        return folder;
    }

    /** Without the JVM's options: they belong to a container's memory. */
    Map<String, String> environment() {
        return lines("^ENV (.*)$").stream()
                .flatMap(line -> Pattern.compile("([A-Z_]+)=(\"[^\"]*\"|\\S+)")
                        .matcher(line)
                        .results())
                .filter(set -> !set.group(1).equals("JAVA_TOOL_OPTIONS"))
                .collect(Collectors.toMap(
                        set -> set.group(1), set -> set.group(2).replace("\"", "")));
    }

    List<String> entrypoint() throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            String user = line("^USER (\\d+):\\d+$");
            command.addAll(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups"));
        }
        List<String> entrypoint = exec(line("^ENTRYPOINT (.*)$"));
        assertThat(entrypoint.get(0)).isEqualTo("java");
        command.addAll(JAVA);
        command.addAll(entrypoint.subList(1, entrypoint.size()));
        return command;
    }

    /** Runs the image's health check. */
    boolean isHealthy(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder check = new ProcessBuilder(exec(line("^  CMD (.*)$")));
        check.environment().putAll(environment);
        check.redirectErrorStream(true);
        check.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return check.start().waitFor() == 0;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> exec(String form) throws IOException {
        return new ObjectMapper().readValue(form, new TypeReference<List<String>>() {});
    }

    private String line(String pattern) {
        List<String> found = lines(pattern);
        assertThat(found).as(pattern).hasSize(1);
        return found.get(0);
    }

    private List<String> lines(String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(dockerfile)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
