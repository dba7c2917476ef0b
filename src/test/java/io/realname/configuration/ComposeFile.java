package io.realname.configuration;

import io.realname.app.CommittedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code docker-compose.yml}, read as Docker Compose reads it: as YAML first, then with variables put in (Compose
 * Specification, "environment"; {@link Interpolation}).
 */
public final class ComposeFile {

    static final CommittedFile FILE = CommittedFile.at("docker-compose.yml", "docs/write-configuration");

    private static final Pattern MADE = Pattern.compile("(?s)( *# made: docs/write-configuration\n).*?( *# /made\n)");

    private final String text;
    private final Map<String, Object> file;
    private final Map<String, Object> services;

    /** @param text of the file, before any variable is put in */
    public ComposeFile(String text) {
        this.text = text;
        this.file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        this.services = map(file, "services");
    }

    /** What an operator adds, to have the app's secrets in files. */
    static ComposeFile withSecretsInFiles() throws IOException {
        return new ComposeFile(Files.readString(Path.of("operations", "secrets.yml")));
    }

    Set<String> services() {
        return services.keySet();
    }

    /** The secrets that the file knows, by their names; a value is the path of a secret's file on the machine. */
    Map<String, String> secretFiles(Map<String, String> set) {
        return map(file, "secrets").keySet().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> Interpolation.of(
                                String.valueOf(map(map(file, "secrets"), name).get("file")), set)));
    }

    /** Each is a file in the container, {@code /run/secrets/} and the name. */
    List<String> secretsOf(String service) {
        return strings(map(services, service), "secrets");
    }

    /** What the service's program gets, one argument each. */
    public List<String> command(String service) {
        return strings(map(services, service), "command");
    }

    /** The container's environment, if these variables are set in the shell or in {@code .env}. */
    Map<String, String> environment(String service, Map<String, String> set) {
        Map<String, String> environment = new LinkedHashMap<>();
        map(map(services, service), "environment").forEach((name, value) -> {
            // A name without a value: passed on as it is set, without any putting in; not there if it is not set.
            String put = value == null ? set.get(name) : Interpolation.of(value.toString(), set);
            if (put != null) {
                environment.put(name, put);
            }
        });
        return environment;
    }

    Set<String> namesPassedTo(String service) {
        return map(map(services, service), "environment").keySet();
    }

    /** Every variable that the file names, wherever. */
    Set<String> variables() {
        Set<String> names = new TreeSet<>(namesPassedTo("app"));
        names.addAll(Interpolation.variables(text));
        return names;
    }

    /** With these as the names that are passed on if they are set; those that people wrote above stay theirs. */
    static String passingOn(String text, List<String> names) {
        Set<String> byHand = new ComposeFile(MADE.matcher(text).replaceAll("")).namesPassedTo("app");
        String made = names.stream()
                .filter(name -> !byHand.contains(name))
                .map(name -> "      " + name + ":\n")
                .collect(Collectors.joining());
        return MADE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + made + found.group(2)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> parent, String key) {
        return (List<String>) Objects.requireNonNull(parent.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
    }
}
