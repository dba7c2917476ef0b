package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Grafana does not run where this project is built, so the dashboard is held to what Grafana's JSON model asks for.
 * QueriesIT runs its queries.
 */
class DashboardTest {

    private static final int COLUMNS = 24;

    private final Dashboard dashboard = Dashboard.shipped();

    DashboardTest() throws IOException {}

    @Test
    void isADashboard() {
        JsonNode json = dashboard.json();

        assertThat(json.path("uid").asText()).isEqualTo("realname");
        assertThat(json.path("title").asText()).isEqualTo("realname");
        assertThat(json.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        assertThat(json.has("id")).as("an id belongs to one Grafana").isFalse();
        JsonNode variable = json.at("/templating/list/0");
        assertThat(variable.path("type").asText()).isEqualTo("datasource");
        assertThat(variable.path("query").asText()).isEqualTo("prometheus");
        assertThat(dashboard.panels()).hasSizeGreaterThan(20);
    }

    @Test
    void eachPanelSaysWhatItShowsAndAsksTheChosenDataSource() {
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.path("type").asText()).isIn("stat", "timeseries");
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).isNotBlank();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            List<JsonNode> targets = Dashboard.elements(panel.path("targets")).toList();
            assertThat(targets).isNotEmpty().allSatisfy(target -> {
                assertThat(target.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                assertThat(target.path("expr").asText()).contains("job=\"realname\"");
            });
            assertThat(targets.stream().map(target -> target.path("refId").asText()))
                    .doesNotHaveDuplicates();
        });
        assertThat(Dashboard.elements(dashboard.json().path("panels"))
                        .map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @Test
    void noPanelLiesOnAnother() {
        Set<String> taken = new HashSet<>();
        Dashboard.elements(dashboard.json().path("panels")).forEach(panel -> {
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(COLUMNS);
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    assertThat(taken.add(x + "," + y))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        });
    }
}
