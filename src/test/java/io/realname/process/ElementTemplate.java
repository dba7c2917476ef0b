package io.realname.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A template that Camunda Modeler offers for a step, and shows where a step carries it.
 *
 * @param file its name without {@code .json}
 */
record ElementTemplate(String file, JsonNode json) {

    static final Path FOLDER = Path.of(".camunda", "element-templates");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All templates of this project, in the order of their files. */
    static List<ElementTemplate> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(file -> of(file.getFileName().toString().replaceFirst("\\.json$", ""), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ElementTemplate of(String file, String json) {
        try {
            return new ElementTemplate(file, JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    String id() {
        return json.path("id").asText();
    }

    /** 0 if it has none. */
    int version() {
        return json.path("version").isInt() ? json.path("version").asInt() : 0;
    }

    String description() {
        return json.path("description").asText();
    }

    /** The types of element that may carry it, such as {@code bpmn:ServiceTask}. */
    TreeSet<String> appliesTo() {
        TreeSet<String> types = new TreeSet<>();
        json.path("appliesTo").forEach(type -> types.add(type.asText()));
        return types;
    }

    List<JsonNode> properties() {
        return StreamSupport.stream(json.path("properties").spliterator(), false)
                .toList();
    }

    /** Stands for everything that the template says but its version; spaces and the order of keys do not count. */
    String checksum() {
        try {
            Map<?, ?> content = JSON.convertValue(json, Map.class);
            content.remove("version");
            String canonical =
                    JSON.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsString(content);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
