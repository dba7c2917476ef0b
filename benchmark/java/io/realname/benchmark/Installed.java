package io.realname.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * realname, unpacked as it is for production, and the classes of the comparators.
 *
 * @param jar realname's own classes; it names its libraries itself
 * @param libraries the folder of realname's libraries
 * @param comparators the folder with the classes of this benchmark
 */
record Installed(Path jar, Path libraries, Path comparators) {

    static Installed in(Path folder) throws IOException {
        return new Installed(
                files(folder.resolve("app"))
                        .filter(file -> file.toString().endsWith(".jar"))
                        .findFirst()
                        .orElseThrow(),
                folder.resolve("app/lib"),
                folder.resolve("comparators"));
    }

    /** A class path of the comparators and those of realname's libraries whose name passes. */
    String libraries(Predicate<String> wanted) throws IOException {
        return Stream.concat(
                        Stream.of(comparators),
                        files(libraries)
                                .filter(file -> wanted.test(file.getFileName().toString())))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    /** A class path of the comparators, realname and all its libraries. */
    String everything() {
        return comparators + ":" + jar;
    }

    /** The version of a library, for example of {@code camunda-engine}. */
    String version(String library) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(library) + "-(\\d.*)\\.jar");
        return files(libraries)
                .map(file -> name.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}
