package io.realname;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code check}: its words and its exit codes. */
class CheckDiagramsTest {

    @TempDir
    private Path folder;

    private record Run(int code, String text) {}

    @Test
    void ourOwnModelsAreSound() {
        assertThat(check("bpmn")).isEqualTo(new Run(0, "8 diagrams, 9 tables: no faults, no hints\n"));
    }

    /** The folder may be called anything. */
    @Test
    void faultIsToldByFile() throws IOException {
        copyModels();
        edit("confirm-mobile.bpmn", "PT30M", "PT30X");
        assertThat(check(folder.toString())).isEqualTo(new Run(1, """
                bpmn/confirm-mobile.bpmn
                  Confirm mobile, "30 minutes": the duration PT30X is not of days, hours, minutes and seconds. Write it like \
                P1D (a day), PT12H (12 hours) or P1DT30M (a day and 30 minutes).
                8 diagrams, 9 tables: 1 fault, no hints
                """));
    }

    @Test
    void hintIsNoFault() throws IOException {
        copyModels();
        edit("confirm-mobile.bpmn", "PT30M", "PT45M");
        assertThat(check(folder.toString())).satisfies(run -> {
            assertThat(run.code()).isZero();
            assertThat(run.text())
                    .contains("  Hint: Confirm mobile, \"30 minutes\": ")
                    .endsWith("no faults, 1 hint\n");
        });
    }

    /** An id that this version of the application knows. */
    @Test
    void renamedIdIsTold() throws IOException {
        copyModels();
        edit("new-user-verification.bpmn", "\"NextDay\"", "\"ADayLater\"");
        assertThat(check(folder.toString()).text()).contains("the id was NextDay and is now ADayLater");
    }

    @Test
    void groupOfAnAdministratorIsKnown() throws IOException {
        copyModels();
        edit("decisions/document-routing.dmn", "\"senior-review\"", "\"vip-review\"");
        assertThat(check(folder.toString()).code()).isEqualTo(1);
        assertThat(check("--groups=vip-review", folder.toString()).code()).isZero();
    }

    @Test
    void fileThatCannotBeReadIsToldWithItsLine() throws IOException {
        copyModels();
        edit("appeal.bpmn", "</bpmn:process>", "");
        assertThat(check(folder.toString())).satisfies(run -> {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.text()).containsPattern("bpmn/appeal.bpmn: this file cannot be read: line \\d+: .+\\.");
        });
        Files.writeString(folder.resolve("appeal.bpmn"), "<html/>");
        assertThat(check(folder.toString()).text()).contains("bpmn/appeal.bpmn: this file cannot be read: line 1: ");
        edit("appeal.bpmn", "<html/>", "");
        assertThat(check(folder.toString()).text()).contains("bpmn/appeal.bpmn: this file cannot be read");
    }

    @Test
    void referenceToNothingIsToldInPlainWords() throws IOException {
        copyModels();
        edit("appeal.bpmn", "<bpmn:exclusiveGateway id=\"HolderToCheck\">", "<bpmn:exclusiveGateway id=\"Holder\">");
        assertThat(check(folder.toString()).text())
                .contains("there is no element with the id HolderToCheck, but others refer to it.");
    }

    @Test
    void withoutModelsThereIsNothingToCheck() throws IOException {
        assertThat(check(folder.toString()))
                .isEqualTo(new Run(2, "There are no diagrams (.bpmn) and no tables (.dmn) in " + folder + ".\n"));
        Path missing = folder.resolve("missing");
        assertThat(check(missing.toString())).isEqualTo(new Run(2, "There is no folder " + missing + ".\n"));
        Path file = Files.writeString(folder.resolve("a.bpmn"), "");
        assertThat(check(file.toString()).text()).contains("is a file. Name the folder");
    }

    @Test
    void wrongArgumentsGetHelp() {
        assertThat(check()).isEqualTo(new Run(2, CheckDiagrams.USAGE + "\n"));
        assertThat(check("a", "b")).isEqualTo(new Run(2, CheckDiagrams.USAGE + "\n"));
        assertThat(check("--verbose", "bpmn")).isEqualTo(new Run(2, CheckDiagrams.USAGE + "\n"));
    }

    private static Run check(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = CheckDiagrams.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    private void copyModels() throws IOException {
        Path own = Path.of("bpmn");
        try (Stream<Path> files = Files.walk(own)) {
            files.forEach(file -> {
                try {
                    Path copy = folder.resolve(own.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void edit(String file, String old, String changed) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, changed));
    }
}
