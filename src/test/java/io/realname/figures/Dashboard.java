package io.realname.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Grafana dashboard that is shipped. */
record Dashboard(JsonNode json) {

    static final Path FILE = Path.of("operations/grafana/realname.json");

    static Dashboard shipped() throws IOException {
        return new Dashboard(new ObjectMapper().readTree(Files.readString(FILE)));
    }

    /** The panels that show something; not the headings. */
    List<JsonNode> panels() {
        return elements(json.path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    /** Each query, with the title of its panel. */
    List<Query> queries() {
        return panels().stream()
                .flatMap(panel -> elements(panel.path("targets"))
                        .map(target -> new Query(
                                panel.path("title").asText(),
                                target.path("expr").asText())))
                .toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    record Query(String panel, String expression) {}
}
