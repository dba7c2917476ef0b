package io.realname.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.diagram.model.ModelFile;
import io.realname.diagram.model.ModelReader;
import io.realname.diagram.model.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our diagrams, tables and forms, and the same with small edits. Immutable. */
public final class OwnModels {

    private static final Path FOLDER = Path.of("bpmn");

    /** Read once: most tests change one file only. */
    private static final Models UNCHANGED = new ModelReader(read().files).models(read().files, true);

    private final List<ModelFile> files;

    private OwnModels(List<ModelFile> files) {
        this.files = files;
    }

    public static OwnModels read() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            List<ModelFile> files = new ArrayList<>();
            for (Path file : (Iterable<Path>) all.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|html)"))
                    .sorted()::iterator) {
                files.add(new ModelFile(file.toString(), Files.readAllBytes(file)));
            }
            return new OwnModels(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<ModelFile> files() {
        return files;
    }

    /** As the rules read them; reads again only the files that were changed. */
    public Models models() {
        List<ModelFile> unchanged = read().files;
        List<ModelFile> changed = files.stream()
                .filter(file -> unchanged.stream()
                        .noneMatch(own -> own.name().equals(file.name()) && Arrays.equals(own.bytes(), file.bytes())))
                .toList();
        ModelReader reader = new ModelReader(changed);
        assertThat(reader.unreadable()).isEmpty();
        Models again = reader.models(List.of(), true);
        Set<String> names = changed.stream().map(ModelFile::name).collect(Collectors.toSet());
        return new Models(
                Stream.concat(
                                UNCHANGED.diagrams().stream().filter(diagram -> !names.contains(diagram.file())),
                                again.diagrams().stream())
                        .toList(),
                Stream.concat(
                                UNCHANGED.tables().stream().filter(table -> !names.contains(table.file())),
                                again.tables().stream())
                        .toList(),
                files.stream().map(ModelFile::name).collect(Collectors.toSet()),
                UNCHANGED.diagrams(),
                true);
    }

    /** With the first place of a text changed; fails if the file does not contain it. */
    public OwnModels with(String file, String old, String changed) {
        return changed(file, old, text -> text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(changed)));
    }

    /** With all places of a text changed. */
    public OwnModels withAll(String file, String old, String changed) {
        return changed(file, old, text -> text.replace(old, changed));
    }

    /** With a file more. */
    public OwnModels and(String name, String content) {
        List<ModelFile> more = new ArrayList<>(files);
        more.add(new ModelFile(name, content.getBytes(StandardCharsets.UTF_8)));
        return new OwnModels(more);
    }

    public String text(String file) {
        return files.stream()
                .filter(model -> model.name().endsWith("/" + file))
                .map(model -> new String(model.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private OwnModels changed(String file, String old, UnaryOperator<String> edit) {
        assertThat(text(file).contains(old)).as("%s in %s", old, file).isTrue();
        return new OwnModels(files.stream()
                .map(model -> model.name().endsWith("/" + file)
                        ? new ModelFile(model.name(), edit.apply(text(file)).getBytes(StandardCharsets.UTF_8))
                        : model)
                .toList());
    }
}
