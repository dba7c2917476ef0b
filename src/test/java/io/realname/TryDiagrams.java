package io.realname;

import io.realname.scenario.PlayScenarios;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Checks the diagrams and tables of this clone, and plays the scenarios if they have no fault, for the analyst who draws and
 * writes them: {@code ./mvnw -q test-compile exec:java@try}.
 */
public final class TryDiagrams {

    private static final String FOLDER = "bpmn";

    private TryDiagrams() {}

    /** The exit code is 0 if all is well, 1 if there is a fault or a scenario goes another way, 2 if there is nothing to try. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int checked = CheckDiagrams.run(out, FOLDER);
        System.exit(checked != 0 ? checked : PlayScenarios.play(out, Path.of(FOLDER, "scenarios")));
    }
}
