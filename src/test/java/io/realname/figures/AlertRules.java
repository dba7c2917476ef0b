package io.realname.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The alerts that are shipped, and the cases in which they are tested. */
record AlertRules(List<Alert> alerts, List<Case> cases) {

    static final Path FOLDER = Path.of("operations/prometheus");
    static final String RULES = "realname.rules.yml";
    static final String TESTS = "realname.rules.test.yml";

    record Alert(String name, String expression, String severity, String runbook) {}

    /** One question to one alert. */
    record Case(String alert, boolean fires) {}

    static AlertRules shipped() throws IOException {
        List<Alert> alerts = list(yaml(FOLDER.resolve(RULES)), "groups").stream()
                .flatMap(group -> list(group, "rules").stream())
                .map(rule -> new Alert(
                        text(rule, "alert"),
                        text(rule, "expr"),
                        text(map(rule, "labels"), "severity"),
                        text(map(rule, "annotations"), "runbook")))
                .toList();
        List<Case> cases = list(yaml(FOLDER.resolve(TESTS)), "tests").stream()
                .flatMap(test -> list(test, "alert_rule_test").stream())
                .map(test -> new Case(text(test, "alertname"), test.containsKey("exp_alerts")))
                .toList();
        return new AlertRules(alerts, cases);
    }

    Stream<String> names() {
        return alerts.stream().map(Alert::name);
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    private static String text(Map<String, Object> parent, String key) {
        return String.valueOf(parent.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) parent.getOrDefault(key, List.of());
    }
}
