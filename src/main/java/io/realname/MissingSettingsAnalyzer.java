package io.realname;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the missing settings for the operator, each with the name of its environment variable. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, MissingSettingsException cause) {
        return new FailureAnalysis(
                cause.names().stream()
                        .map(name -> "  " + name + "  (environment: " + variable(name) + ")")
                        .collect(Collectors.joining("\n", "These settings are missing:\n\n", "\n")),
                "Set them. `java -jar realname.jar new-keys` makes the two keysets; docs/configuration.md explains the others.",
                cause);
    }

    private static String variable(String name) {
        return name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
