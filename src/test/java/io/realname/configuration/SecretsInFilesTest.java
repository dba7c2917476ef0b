package io.realname.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The app reads the same from files, as {@code operations/secrets.yml} mounts them, as from variables. */
class SecretsInFilesTest {

    private static final Pattern IMPORT = Pattern.compile("SPRING_CONFIG_IMPORT=(\\S+)");
    private static final String MOUNTED = "/run/secrets/";

    @TempDir
    private Path folder;

    private final ComposeFile compose = new ComposeFile(ComposeFile.FILE.content());
    private final ComposeFile secrets = ComposeFile.withSecretsInFiles();
    private final List<Setting> settings = SettingsInCode.all();

    SecretsInFilesTest() throws IOException {}

    @Test
    void filesAndVariablesSayTheSame() throws IOException {
        Map<String, String> set = new HashMap<>();
        settings.stream()
                .filter(setting -> setting.isRequired() || setting.property().startsWith("realname.clients"))
                .forEach(setting -> set.put(setting.variable(), "the value of " + setting.property()));

        ConfigurableEnvironment variables = app(set);
        Map<String, String> rest = new HashMap<>(set);
        Set<String> names = secrets.secretFiles(Map.of()).keySet();
        for (Setting setting : settings) {
            if (names.contains(setting.property())) {
                // An editor ends the last line too.
                Files.writeString(folder.resolve(setting.property()), rest.remove(setting.variable()) + "\n");
            }
        }
        ConfigurableEnvironment files = app(rest);

        assertThat(rest).hasSize(set.size() - names.size());
        assertThat(settings)
                .allSatisfy(setting -> assertThat(files.getProperty(setting.property()))
                        .as(setting.property())
                        .isEqualTo(variables.getProperty(setting.property())));
        assertThat(files.getProperty("realname.jdcloud.secret-key"))
                .isEqualTo("the value of realname.jdcloud.secret-key");
    }

    @Test
    void aVariableWins() throws IOException {
        Files.writeString(folder.resolve("realname.jdcloud.secret-key"), "of the file");

        assertThat(app(Map.of()).getProperty("realname.jdcloud.secret-key")).isEqualTo("of the file");
        assertThat(app(Map.of("REALNAME_JDCLOUD_SECRET_KEY", "of the variable"))
                        .getProperty("realname.jdcloud.secret-key"))
                .isEqualTo("of the variable");
    }

    @Test
    void eachNodeHasAllOfThemAndTheDatabaseItsPassword() {
        Map<String, String> files = secrets.secretFiles(Map.of("REALNAME_SECRETS", "/srv/secrets"));

        assertThat(files)
                .hasSizeGreaterThan(5)
                .allSatisfy((name, file) -> assertThat(file).isEqualTo("/srv/secrets/" + name));
        assertThat(compose.services().stream().filter(service -> service.matches("app(-\\d)?")))
                .hasSize(3)
                .allSatisfy(node ->
                        assertThat(secrets.secretsOf(node)).containsExactlyInAnyOrderElementsOf(files.keySet()));
        assertThat(secrets.secretsOf("postgres")).containsExactly("spring.datasource.password");
        assertThat(secrets.environment("postgres", Map.of()))
                .containsEntry("POSTGRES_PASSWORD_FILE", MOUNTED + "spring.datasource.password");
        assertThat(compose.environment("postgres", Map.of()))
                .as("the image refuses both a password and a file with it")
                .containsEntry("POSTGRES_PASSWORD", "");
    }

    /** As in the image, but for the folder. */
    private ConfigurableEnvironment app(Map<String, String> set) throws IOException {
        Matcher imported = IMPORT.matcher(Files.readString(Path.of("Dockerfile")));
        assertThat(imported.find()).isTrue();
        assertThat(imported.group(1)).contains(MOUNTED);
        Map<String, Object> environment = new HashMap<>(set);
        environment.put("SPRING_CONFIG_IMPORT", imported.group(1).replace(MOUNTED, folder + "/"));
        StandardEnvironment app = new StandardEnvironment();
        app.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        // Without the settings of the tests.
                        new MapPropertySource(
                                StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                                Map.of("spring.config.location", "file:src/main/resources/application.yaml")));
        app.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        ConfigDataEnvironmentPostProcessor.applyTo(app);
        assertThat(app.getProperty("resilience4j.circuitbreaker.configs.provider.sliding-window-size"))
                .as("the app's own file is imported too")
                .isNotNull();
        return app;
    }
}
