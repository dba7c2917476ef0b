package io.realname.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.CommittedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/configuration.md} names every setting, as the code has it. */
class ConfigurationPageTest {

    private static final Pattern READ_AS_TEXT = Pattern.compile("\"\\$\\{(realname\\.[a-z0-9.-]+):?([^}]*)}\"");

    private final List<Setting> settings = SettingsInCode.all();

    ConfigurationPageTest() throws IOException {}

    @Test
    void itsTablesAreThoseOfTheCode() throws IOException {
        ConfigurationPage.FILE.isHeldTo(page -> new ConfigurationPage(page).withTablesOf(settings));
    }

    @Test
    void aPageThatSaysAnythingElseIsNamedWithWhatToDo(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("configuration.md");
        Files.writeString(page, ConfigurationPage.FILE.content().replace("| `5m` |", "| `6m` |"));

        assertThatThrownBy(() -> new CommittedFile(page, "docs/write-configuration")
                        .isHeldTo(text -> new ConfigurationPage(text).withTablesOf(settings)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("run docs/write-configuration");
    }

    @Test
    void everySettingHasItsPlace() throws IOException {
        String page = ConfigurationPage.FILE.content();

        assertThat(new ConfigurationPage(page).withoutPlace(settings)).isEmpty();
        assertThat(new ConfigurationPage(page.replace("<!-- made: realname.mobile-code -->", "<!-- made: x -->"))
                        .withoutPlace(settings))
                .extracting(Setting::variable)
                .contains("REALNAME_MOBILE_CODE_TRIES");
    }

    @Test
    void everySettingSaysWhatItIs() {
        assertThat(settings)
                .hasSizeGreaterThan(60)
                .allSatisfy(setting -> assertThat(setting.meaning())
                        .as(setting.property())
                        .hasSizeGreaterThan(10)
                        .doesNotContain("{@", "<"));
        assertThat(settings)
                .extracting(Setting::property)
                .as("what is explained by hand is there")
                .containsAll(WrittenMeanings.MEANINGS.keySet());
    }

    /** What the code reads without a class of properties has been written down by hand, with the default of the code. */
    @Test
    void settingsThatAreReadByTheirNamesAreAmongThem() throws IOException {
        List<MatchResult> read = read();

        assertThat(read)
                .isNotEmpty()
                .allSatisfy(placeholder -> assertThat(settings)
                        .filteredOn(setting -> setting.property().equals(placeholder.group(1)))
                        .singleElement()
                        .extracting(Setting::otherwise)
                        .isEqualTo("`" + placeholder.group(2) + "`"));
    }

    private static List<MatchResult> read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> READ_AS_TEXT.matcher(contentOf(file)).results())
                    .toList();
        }
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
