package io.realname.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What is set beside {@code docker-compose.yml} arrives in the app, and what is not set leaves the app's own default. */
class ComposeSettingsTest {

    private static final int MANY = 10;

    private final List<Setting> settings = SettingsInCode.all();
    private final ConfigurationPage page = new ConfigurationPage(ConfigurationPage.FILE.content());
    private final ComposeFile compose = new ComposeFile(ComposeFile.FILE.content());

    ComposeSettingsTest() throws IOException {}

    @Test
    void whatIsPassedOnIfItIsSetIsWhatTheCodeReads() throws IOException {
        ComposeFile.FILE.isHeldTo(file -> ComposeFile.passingOn(file, namesToPass()));
    }

    @Test
    void pageAndComposeFileAndCodeNameTheSame() throws IOException {
        assertThat(differences(page, compose)).isEmpty();

        String text = ComposeFile.FILE.content();
        assertThat(differences(page, new ComposeFile(text.replace("      REALNAME_POLICY_MINIMUM_AGE:\n", ""))))
                .containsExactly("docker-compose.yml does not pass REALNAME_POLICY_MINIMUM_AGE");
        assertThat(differences(
                        page, new ComposeFile(text.replace("REALNAME_POLICY_MINIMUM_AGE", "REALNAME_POLICY_AGE"))))
                .containsExactly(
                        "docker-compose.yml does not pass REALNAME_POLICY_MINIMUM_AGE",
                        "the page does not name REALNAME_POLICY_AGE");
        assertThat(differences(
                        new ConfigurationPage(ConfigurationPage.FILE.content().replace("| `REALNAME_BIND` |", "| |")),
                        compose))
                .containsExactly("the page does not name REALNAME_BIND");
    }

    @Test
    void eachVariableArrivesAsItIsSet() {
        Map<String, String> set = new HashMap<>();
        settings.forEach(setting -> set.put(setting.variable(), "$value of {" + setting.property() + "}"));

        Environment app = app(set);

        assertThat(settings)
                .allSatisfy(setting -> assertThat(app.getProperty(setting.property()))
                        .isEqualTo("$value of {" + setting.property() + "}"));
    }

    @Test
    void whatIsNotSetIsNotThere() {
        Environment app = app(required());

        assertThat(settings)
                .filteredOn(setting -> !required().containsKey(setting.variable()))
                .filteredOn(setting -> app.getProperty(setting.property()) != null)
                .as("what the services of the composition are to each other")
                .extracting(Setting::variable)
                .containsExactlyInAnyOrder(
                        "SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "REALNAME_EVIDENCE_CLAMD_HOST");
    }

    /** The app itself names the secrets that are missing: they may come from files. */
    @Test
    void whatMustBeSetIsNamedWhenItIsMissing() throws IOException {
        Set<String> secrets = new TreeSet<>(
                ComposeFile.withSecretsInFiles().secretFiles(Map.of()).keySet());
        Set<String> variables = new TreeSet<>(required().keySet());
        settings.stream()
                .filter(setting -> secrets.remove(setting.property()))
                .forEach(setting -> assertThat(variables.remove(setting.variable()))
                        .as(setting.property())
                        .isTrue());
        assertThat(secrets).as("secrets that are no settings").isEmpty();

        assertThat(variables).hasSizeGreaterThan(5);
        variables.forEach(name -> {
            Map<String, String> set = new HashMap<>(required());
            set.remove(name);
            assertThatThrownBy(() -> compose.environment("app", set)).hasMessageStartingWith(name + " is missing: ");
        });
        assertThat(app(required()).getProperty("camunda.bpm.admin-user.id")).isEqualTo("set");
    }

    @Test
    void theDatabaseIsMadeForTheUserThatTheAppSignsInAs() {
        Map<String, String> set = new HashMap<>(required());
        set.put("SPRING_DATASOURCE_USERNAME", "registry");
        set.put("SPRING_DATASOURCE_PASSWORD", "secret");

        assertThat(compose.environment("postgres", set))
                .containsEntry("POSTGRES_USER", "registry")
                .containsEntry("POSTGRES_PASSWORD", "secret");
        assertThat(compose.environment("app", set))
                .containsEntry("SPRING_DATASOURCE_USERNAME", "registry")
                .containsEntry("SPRING_DATASOURCE_PASSWORD", "secret");
    }

    private List<String> differences(ConfigurationPage page, ComposeFile compose) {
        List<String> differences = new ArrayList<>();
        settings.stream()
                .map(Setting::variable)
                .filter(name -> !page.variables().contains(name))
                .forEach(name -> differences.add("the page does not name " + name));
        namesToPass().stream()
                .filter(name -> !compose.namesPassedTo("app").contains(name))
                .forEach(name -> differences.add("docker-compose.yml does not pass " + name));
        compose.variables().stream()
                .filter(name -> !page.variables().contains(name.replaceFirst("(?<=_(CLIENTS|GROUPS)_)\\d(?=_)", "0")))
                .forEach(name -> differences.add("the page does not name " + name));
        return differences;
    }

    /** A list has no end that the code knows; the compose file has to name each client, and each group of the provider. */
    private List<String> namesToPass() {
        return settings.stream()
                .map(Setting::variable)
                .flatMap(name -> name.contains("_CLIENTS_0_") || name.contains("_GROUPS_0_")
                        ? IntStream.range(0, MANY).mapToObj(n -> name.replace("_0_", "_" + n + "_"))
                        : Stream.of(name))
                .sorted()
                .toList();
    }

    /** What the app asks for at its start, but for what the composition knows itself, and a first client. */
    private Map<String, String> required() {
        Map<String, String> required = new HashMap<>();
        settings.stream().filter(Setting::isRequired).map(Setting::variable).forEach(name -> required.put(name, "set"));
        required.keySet().removeAll(List.of("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME"));
        Stream.of("NAME", "PASSWORD", "ROLES").forEach(part -> required.put("REALNAME_CLIENTS_0_" + part, "set"));
        return required;
    }

    /** The app's environment as Spring reads it in the container. */
    private Environment app(Map<String, String> set) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.copyOf(compose.environment("app", set))));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
