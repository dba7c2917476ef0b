package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.figures.AlertRules.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each alert is well-formed, fires where it must, and is silent where it must be. */
class AlertsTest {

    private final AlertRules rules = AlertRules.shipped();

    @TempDir
    private Path folder;

    AlertsTest() throws IOException {}

    @Test
    void eachIsTestedBothWays() {
        assertThat(rules.alerts()).isNotEmpty();
        assertThat(rules.names())
                .doesNotHaveDuplicates()
                .allSatisfy(alert -> assertThat(rules.cases()).contains(new Case(alert, true), new Case(alert, false)));
    }

    @Test
    void eachSaysHowUrgentItIsAndWhereItIsExplained() {
        assertThat(rules.alerts()).allSatisfy(alert -> {
            assertThat(alert.severity()).isIn("page", "ticket");
            assertThat(alert.runbook())
                    .isEqualTo("docs/runbook.md#" + alert.name().toLowerCase(Locale.ROOT));
        });
    }

    /** The scrape configuration is checked by QueriesIT, which runs with it. */
    @Test
    void prometheusTakesThem() {
        Promtool.require();

        assertThat(Promtool.run(
                        "check",
                        "rules",
                        AlertRules.FOLDER.resolve(AlertRules.RULES).toString()))
                .extracting(Promtool.Result::status)
                .isEqualTo(0);
    }

    @Test
    void theyFireAndAreSilentAsTested() {
        Promtool.require();

        Promtool.Result run = Promtool.run(
                "test", "rules", AlertRules.FOLDER.resolve(AlertRules.TESTS).toString());
        assertThat(run.status()).as(run.output()).isZero();
    }

    /** With a threshold that is wrong, the test of that alert fails, and no other. */
    @Test
    void aWrongThresholdIsFound() throws IOException {
        Promtool.require();
        String text = Files.readString(AlertRules.FOLDER.resolve(AlertRules.RULES));
        String planted = text.replace(
                "realname_scanner_up{job=\"realname\"}) == 0", "realname_scanner_up{job=\"realname\"}) == 1");
        assertThat(planted).isNotEqualTo(text);
        Files.writeString(folder.resolve(AlertRules.RULES), planted);
        Files.copy(AlertRules.FOLDER.resolve(AlertRules.TESTS), folder.resolve(AlertRules.TESTS));

        Promtool.Result run =
                Promtool.run("test", "rules", folder.resolve(AlertRules.TESTS).toString());
        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("RealnameScannerDown").doesNotContain("RealnameTaskOld");
    }
}
