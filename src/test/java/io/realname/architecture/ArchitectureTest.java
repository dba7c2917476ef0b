package io.realname.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.realname.RealnameApplication;
import io.realname.appeal.Appeals;
import io.realname.enterprise.Enterprises;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** What each room may hold and know. Held against the code, and against classes that stand in the wrong room. */
class ArchitectureTest {

    private static final Path MAIN = Path.of("src/main/java/io/realname");

    /** Files that one room holds at the most, with its {@code package-info.java}. */
    private static final int ROOM = 26;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.realname");

    @TempDir
    private Path planted;

    static Set<String> rules() {
        return new TreeSet<>(Layout.RULES.keySet());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void codeKeeps(String rule) {
        Objects.requireNonNull(Layout.RULES.get(rule)).check(CLASSES);
    }

    /** The arrows between the rooms, as each room's {@code package-info.java} allows them. */
    @Test
    void roomsKnowOnlyWhomTheyMayKnow() {
        ApplicationModules modules = ApplicationModules.of(RealnameApplication.class);
        modules.verify();
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(rooms().keySet().stream()
                        .filter(room -> !room.contains("/"))
                        .toList());
        assertThat(rooms().keySet().stream().filter(room -> !room.contains("/")))
                .allSatisfy(room -> assertThat(MAIN.resolve(room).resolve("package-info.java"))
                        .content()
                        .contains("allowedDependencies"));
    }

    @Test
    void noRoomIsAHall() {
        assertThat(rooms()).allSatisfy((room, files) -> assertThat(files).isLessThanOrEqualTo(ROOM));
    }

    /** A newcomer looks there first. */
    @Test
    void readmeNamesEveryRoom() throws IOException {
        assertThat(roomsOfReadme()).isEqualTo(rooms().keySet());
    }

    /** Classes in the wrong room, each with the rules that must name it. */
    @Test
    void rulesFindWhatIsMisplaced() {
        Map<String, Set<String>> broken = broken(
                plant("io.realname.bankcard.CheckOtherCard", JavaDelegate.class),
                plantField("io.realname.appeal.AppealOfEnterprise", Enterprises.class),
                new ByteBuddy()
                        .subclass(Object.class)
                        .name("io.realname.newuser.NewUsersController")
                        .annotateType(AnnotationDescription.Builder.ofType(RestController.class)
                                .build())
                        .make(),
                plantField("io.realname.review.VotesOfAppeals", Appeals.class));

        assertThat(broken.get("CheckOtherCard"))
                .contains(
                        "Only the rooms called process know the engine, so that it can be exchanged for a fork of it",
                        "The steps of a diagram stand in the room of their diagram, not in those of the engine's settings");
        assertThat(broken.get("AppealOfEnterprise")).contains("No kind of application knows another one");
        assertThat(broken.get("NewUsersController"))
                .contains("Clients, reviewers and operators are answered in the rooms of the doors only");
        assertThat(broken.get("VotesOfAppeals"))
                .contains("Rooms know each other in one direction only, those inside a module too");
    }

    private DynamicType.Unloaded<?> plant(String name, Class<?> implemented) {
        return new ByteBuddy()
                .subclass(Object.class)
                .implement(implemented)
                .name(name)
                .make();
    }

    private DynamicType.Unloaded<?> plantField(String name, Class<?> known) {
        return new ByteBuddy()
                .subclass(Object.class)
                .name(name)
                .defineField("known", known, Visibility.PRIVATE)
                .make();
    }

    /** The rules that the code breaks with some classes more: by each of these classes, those whose report names it. */
    private Map<String, Set<String>> broken(DynamicType.Unloaded<?>... more) {
        try {
            for (DynamicType.Unloaded<?> type : more) {
                type.saveIn(planted.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JavaClasses withMore = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPaths(planted, classes());
        Map<String, Set<String>> broken = new HashMap<>();
        Layout.RULES.forEach((rule, held) -> {
            String report = held.evaluate(withMore).getFailureReport().toString();
            Stream.of(more)
                    .map(type -> type.getTypeDescription().getSimpleName())
                    .filter(report::contains)
                    .forEach(type ->
                            broken.computeIfAbsent(type, key -> new TreeSet<>()).add(rule));
        });
        return broken;
    }

    private static Path classes() {
        return Path.of(URI.create(RealnameApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    /** The rooms by their path below {@code io/realname}, with the number of their files. */
    private static Map<String, Long> rooms() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> MAIN.relativize(file.getParent()).toString())
                    .filter(room -> !room.isEmpty())
                    .collect(Collectors.groupingBy(room -> room, TreeMap::new, Collectors.counting()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree below {@code src/main/java/io/realname/}: a room a line, or several; two more spaces go one room deeper. */
    private static Set<String> roomsOfReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String tree = readme.substring(
                readme.indexOf("src/main/java/io/realname/\n") + "src/main/java/io/realname/\n".length(),
                readme.indexOf("src/test/java/io/realname/\n"));
        Pattern line = Pattern.compile("^( {2,6})((?:[a-z0-9]+/ ?)+)");
        Set<String> rooms = new TreeSet<>();
        String[] path = new String[3];
        tree.lines().forEach(text -> {
            Matcher matcher = line.matcher(text);
            if (matcher.find()) {
                int depth = matcher.group(1).length() / 2 - 1;
                for (String room : matcher.group(2).split(" ")) {
                    path[depth] = room.replace("/", "");
                    rooms.add(Stream.of(path).limit(depth + 1L).collect(Collectors.joining("/")));
                }
            }
        });
        return rooms;
    }
}
