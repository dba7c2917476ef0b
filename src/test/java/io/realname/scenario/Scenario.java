package io.realname.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one application, as an analyst writes it: a heading of the second level, and a numbered list.
 *
 * @param file where it is written
 * @param title its heading
 * @param sentences without their numbers, at least one
 */
record Scenario(Path file, String title, List<String> sentences) {

    private static final Pattern TITLE = Pattern.compile("^##\\s+(.+?)\\s*$");
    private static final Pattern SENTENCE = Pattern.compile("^\\d+\\.\\s+(.+?)\\s*$");

    Scenario {
        sentences = List.copyOf(sentences);
    }

    /** All scenarios in the Markdown files of a folder. */
    static List<Scenario> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(file -> of(file).stream())
                    .toList();
        }
    }

    private static List<Scenario> of(Path file) {
        List<Scenario> scenarios = new ArrayList<>();
        String title = null;
        List<String> sentences = new ArrayList<>();
        for (String line : lines(file)) {
            Matcher heading = TITLE.matcher(line);
            Matcher sentence = SENTENCE.matcher(line);
            if (heading.matches()) {
                add(scenarios, file, title, sentences);
                title = heading.group(1);
                sentences = new ArrayList<>();
            } else if (sentence.matches()) {
                sentences.add(sentence.group(1));
            }
        }
        add(scenarios, file, title, sentences);
        return scenarios;
    }

    private static void add(List<Scenario> scenarios, Path file, @Nullable String title, List<String> sentences) {
        if (title != null && sentences.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s, \"%s\": it has no numbered sentence. Write at least one, such as: 1. The applicant applies."
                            .formatted(file, title));
        }
        if (title != null) {
            scenarios.add(new Scenario(file, title, sentences));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName() + ", \"" + title + "\"";
    }
}
