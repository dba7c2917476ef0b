package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.IncidentCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runbook has an entry for each alert and each incident code, in their words, and none for anything else. */
class RunbookTest {

    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    private static final Pattern HEADING = Pattern.compile("^### (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(#([a-z_]+)\\)");

    private final String text = Files.readString(RUNBOOK);

    RunbookTest() throws IOException {}

    @Test
    void hasAnEntryForEachAlert() throws IOException {
        assertThat(headings(part("## Alerts", "## Incidents")))
                .containsExactlyInAnyOrderElementsOf(
                        AlertRules.shipped().names().toList());
    }

    @Test
    void hasAnEntryForEachIncidentCode() {
        assertThat(headings(text.substring(text.indexOf("\n## Incidents\n"))))
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of(IncidentCode.values()).map(Enum::name), Stream.of("Any other message"))
                                .toList());
    }

    @Test
    void saysOfEachAlertHowUrgentItIs() throws IOException {
        assertThat(AlertRules.shipped().alerts())
                .allSatisfy(alert -> assertThat(text)
                        .contains("### " + alert.name() + "\n\n*"
                                + (alert.severity().equals("page") ? "Page" : "Ticket") + ".*"));
    }

    @Test
    void linksLeadToEntries() {
        List<String> anchors = Stream.concat(headings(text).stream(), Stream.of("alerts", "incidents"))
                .map(heading -> heading.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(LINK.matcher(text).results().map(link -> link.group(1)))
                .isNotEmpty()
                .isSubsetOf(anchors);
    }

    private String part(String from, String to) {
        return text.substring(text.indexOf("\n" + from + "\n"), text.indexOf("\n" + to + "\n"));
    }

    private static List<String> headings(String text) {
        return text.lines()
                .map(HEADING::matcher)
                .filter(heading -> heading.matches())
                .map(heading -> heading.group(1))
                .toList();
    }
}
