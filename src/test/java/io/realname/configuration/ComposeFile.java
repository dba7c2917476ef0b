package io.realname.configuration;

import io.realname.app.CommittedFile;
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
final class ComposeFile {

    static final CommittedFile FILE = CommittedFile.at("docker-compose.yml", "docs/write-configuration");

    private static final Pattern MADE = Pattern.compile("(?s)( *# made: docs/write-configuration\n).*?( *# /made\n)");

    private final String text;
    private final Map<String, Object> services;

    ComposeFile(String text) {
        this.text = text;
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        this.services = map(file, "services");
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
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
    }
}
