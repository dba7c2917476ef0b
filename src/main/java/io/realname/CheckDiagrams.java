package io.realname;

import io.realname.diagram.DiagramRules;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a folder of diagrams and tables by the rules of the application, for the analyst who draws them. Starts neither
 * the application nor a database.
 */
final class CheckDiagrams {

    static final String USAGE = """
            Usage: java -jar realname.jar check [--groups=a,b] FOLDER
              FOLDER    the folder of diagrams, tables and forms, usually bpmn/
              --groups  groups that an administrator has made, besides those of the application
            The exit code is 0 if there are no faults, 1 if there are, and 2 if the folder cannot be read.""";

    /** Larger files are none of ours: the largest diagram has 60 KB. */
    private static final long LARGEST = 5_000_000;

    private static final String GROUPS = "--groups=";

    /** The models are deployed under this path, whatever the checked folder is called. */
    private static final String DEPLOYED = "bpmn/";

    private CheckDiagrams() {}

    /** @return 0 if there are no faults, 1 if there are, 2 if the folder cannot be read */
    static int run(PrintStream out, String... arguments) {
        List<String> folders = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .toList();
        List<String> groups = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(GROUPS))
                .flatMap(argument ->
                        Arrays.stream(argument.substring(GROUPS.length()).split(",")))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
        boolean unknown =
                Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("-") && !argument.startsWith(GROUPS));
        if (folders.size() != 1 || unknown) {
            out.println(USAGE);
            return 2;
        }
        Path folder = Path.of(folders.get(0));
        String trouble = trouble(folder);
        if (trouble != null) {
            out.println(trouble);
            return 2;
        }
        try {
            List<ModelFile> files = files(folder);
            if (files.stream().noneMatch(file -> file.isDiagram() || file.isTable())) {
                out.println("There are no diagrams (.bpmn) and no tables (.dmn) in " + folder + ".");
                return 2;
            }
            return print(
                    out,
                    files,
                    new DiagramRules(OfferedToDiagrams.catalogue().withGroups(groups)).ofAll(files, released()));
        } catch (IOException e) {
            out.println("A file in " + folder + " cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private static @Nullable String trouble(Path folder) {
        if (!Files.exists(folder)) {
            return "There is no folder " + folder + ".";
        }
        return Files.isDirectory(folder)
                ? null
                : folder + " is a file. Name the folder that contains all diagrams and tables: they need each other.";
    }

    private static int print(PrintStream out, List<ModelFile> files, List<Finding> findings) {
        String file = "";
        for (Finding finding : findings) {
            if (!finding.file().equals(file)) {
                file = finding.file();
                out.println(file);
            }
            out.println("  " + (finding.isFault() ? "" : "Hint: ") + finding);
        }
        long faults = findings.stream().filter(Finding::isFault).count();
        out.printf(
                "%d diagrams, %d tables: %s, %s%n",
                files.stream().filter(ModelFile::isDiagram).count(),
                files.stream().filter(ModelFile::isTable).count(),
                number(faults, "fault"),
                number(findings.size() - faults, "hint"));
        return faults == 0 ? 0 : 1;
    }

    private static String number(long count, String what) {
        return (count == 0 ? "no" : count) + " " + what + (count == 1 ? "" : "s");
    }

    private static List<ModelFile> files(Path folder) throws IOException {
        List<ModelFile> read = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
                String name = DEPLOYED + folder.relativize(file).toString().replace('\\', '/');
                ModelFile model = new ModelFile(name, new byte[0]);
                if (model.isDiagram() || model.isTable()) {
                    if (Files.size(file) > LARGEST) {
                        throw new IOException(file + " is larger than " + LARGEST / 1_000_000 + " MB");
                    }
                    read.add(new ModelFile(name, Files.readAllBytes(file)));
                } else {
                    read.add(model);
                }
            }
        }
        return read;
    }

    /** The diagrams that this version of the application contains, whose ids are in use. */
    private static List<ModelFile> released() throws IOException {
        // The first place is ours. Looking for more would open every library.
        URL folder = CheckDiagrams.class.getClassLoader().getResource(DEPLOYED);
        if (folder == null) {
            return List.of();
        }
        URLConnection connection = folder.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return diagrams(jar);
        }
        List<ModelFile> released = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(connection.getURL().getPath()))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                if (file.toString().endsWith(".bpmn")) {
                    released.add(new ModelFile(DEPLOYED + file.getFileName(), Files.readAllBytes(file)));
                }
            }
        }
        return released;
    }

    private static List<ModelFile> diagrams(JarURLConnection connection) throws IOException {
        List<ModelFile> diagrams = new ArrayList<>();
        JarFile jar = connection.getJarFile();
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (entry.getName().endsWith(".bpmn")) {
                diagrams.add(
                        new ModelFile(entry.getName(), jar.getInputStream(entry).readAllBytes()));
            }
        }
        return diagrams;
    }
}
