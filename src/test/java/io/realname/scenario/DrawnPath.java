package io.realname.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.process.ProcessRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.util.HtmlUtils;

/** The way that an application took, drawn on the diagrams: one HTML file for each scenario that failed, for any browser. */
final class DrawnPath {

    static final Path FOLDER = Path.of("target", "scenarios");

    private static final Path LIBRARIES = Path.of("src/main/resources/static/diagrams/bpmn-io");

    private DrawnPath() {}

    /** @return the file */
    static Path write(Scenario scenario, String failure, List<ProcessRun.Way> ways) {
        String title = scenario.toString();
        try {
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".html");
            Files.writeString(
                    file,
                    page().replace("{title}", HtmlUtils.htmlEscape(title))
                            .replace("{failure}", HtmlUtils.htmlEscape(failure))
                            .replace("{ways}", json(ways))
                            .replace("{css}", Files.readString(LIBRARIES.resolve("viewer.css")))
                            .replace("{viewer}", inScript(Files.readString(LIBRARIES.resolve("viewer.js")))));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() throws IOException {
        try (InputStream page = DrawnPath.class.getResourceAsStream("path.html")) {
            return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String json(List<ProcessRun.Way> ways) throws JsonProcessingException {
        return inScript(new ObjectMapper().writeValueAsString(ways));
    }

    /** A text in a script element must not end it, nor begin a comment. JSON and JavaScript read the backslash away. */
    private static String inScript(String text) {
        return text.replace("</script", "<\\/script").replace("<!--", "\\u003c!--");
    }
}
