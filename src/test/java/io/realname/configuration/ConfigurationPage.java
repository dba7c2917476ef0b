package io.realname.configuration;

import io.realname.app.CommittedFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code docs/configuration.md}. People write what stands between the tables; a table stands where
 * {@code <!-- made: prefixes -->} says which settings it holds, and a setting is in the table with the longest prefix.
 */
final class ConfigurationPage {

    static final CommittedFile FILE = CommittedFile.at("docs/configuration.md", "docs/write-configuration");

    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- made: ([a-z0-9.\\- ]+) -->\n).*?(<!-- /made -->)");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|");
    private static final String HEAD = "| variable | is | type | default | required |\n|---|---|---|---|---|\n";

    private final String text;
    private final List<String> prefixes;

    ConfigurationPage(String text) {
        this.text = text;
        this.prefixes = TABLE.matcher(text)
                .results()
                .flatMap(ConfigurationPage::prefixesOf)
                .toList();
    }

    /** The variables of all tables, those that people wrote too. */
    List<String> variables() {
        return VARIABLE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    String withTablesOf(List<Setting> settings) {
        return TABLE.matcher(text).replaceAll(found -> {
            List<String> here = prefixesOf(found).toList();
            String rows = settings.stream()
                    .filter(setting -> prefixOf(setting).filter(here::contains).isPresent())
                    .sorted(Comparator.comparing((Setting setting) ->
                                    here.indexOf(prefixOf(setting).orElseThrow()))
                            .thenComparing(setting -> setting.required().equals("no")))
                    .map(ConfigurationPage::row)
                    .collect(Collectors.joining());
            return Matcher.quoteReplacement(found.group(1) + "\n" + HEAD + rows + "\n" + found.group(3));
        });
    }

    /** Those that no table takes. */
    List<Setting> withoutPlace(List<Setting> settings) {
        return settings.stream().filter(setting -> prefixOf(setting).isEmpty()).toList();
    }

    private Optional<String> prefixOf(Setting setting) {
        return prefixes.stream()
                .filter(prefix -> setting.property().matches(Pattern.quote(prefix) + "([.\\[].*)?"))
                .max(Comparator.comparing(String::length));
    }

    private static Stream<String> prefixesOf(MatchResult table) {
        return Stream.of(table.group(2).split(" "));
    }

    private static String row(Setting setting) {
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        setting.variable(),
                        setting.meaning(),
                        setting.type(),
                        setting.isRequired() ? "" : setting.otherwise(),
                        setting.required())
                .replace(System.lineSeparator(), "\n");
    }
}
