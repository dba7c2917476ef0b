package io.realname.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * What each version of each template said, by its checksum. A step says which version of a template it carries; so what a
 * version says must not change once it is listed here.
 */
final class TemplateVersions {

    private static final Path LIST = Path.of("src", "test", "resources", "element-template-versions.txt");

    private final List<String> lines;

    TemplateVersions(List<String> lines) {
        this.lines = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    static TemplateVersions listed() {
        try {
            return new TemplateVersions(Files.readAllLines(LIST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is to be done about the template, in words for whoever changed it; empty if nothing is. */
    String advice(ElementTemplate template) {
        TreeMap<Integer, String> versions = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words[0].equals(template.id()) && versions.put(Integer.valueOf(words[1]), words[2]) != null) {
                return "%s lists version %s of %s twice. Remove the line that you added, and raise the version of the template."
                        .formatted(LIST, words[1], template.id());
            }
        }
        if (versions.isEmpty()) {
            return "%s.json is new. Add this line to %s:%n%s".formatted(template.file(), LIST, line(template, 1));
        }
        int latest = versions.lastKey();
        boolean changed = !template.checksum().equals(versions.get(latest));
        if (template.version() == latest && !changed) {
            return "";
        }
        int next = changed ? latest + 1 : latest;
        if (template.version() != next) {
            return """
                    %1$s.json %2$s.
                    1. Write "version": %3$d in %1$s.json.
                    2. In the diagrams, write camunda:modelerTemplateVersion="%3$d" wherever camunda:modelerTemplate="%4$s" stands.
                    3. Run this test again.
                    """.formatted(
                    template.file(),
                    changed
                            ? "has changed, so it needs a new version; it says version " + template.version()
                            : "has not changed since version " + latest + ", but says version " + template.version(),
                    next,
                    template.id());
        }
        return "%s.json has a new version. Add this line to the end of %s, and leave the others as they are:%n%s"
                .formatted(template.file(), LIST, line(template, next));
    }

    private static String line(ElementTemplate template, int version) {
        return template.id() + " " + version + " " + template.checksum();
    }
}
