package io.realname.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.AtOnce;
import io.realname.app.RealnameTest;
import io.realname.figures.Figure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Any node knows the last audit, since it is in the database. */
@RealnameTest
class NightlyTrailAuditTest {

    @Autowired
    private NightlyTrailAudit nightly;

    @Autowired
    private TrailRuns runs;

    @Autowired
    private TrailFigures figures;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void noneYet() {
        jdbc.sql("delete from trail_audit").update();
    }

    @Test
    void oneNodeMakesIt() {
        List<Boolean> made =
                AtOnce.times(4, node -> runs.once(() -> runs.keep(Instant.now(), new TrailReport(1, 0, 0))));

        assertThat(made).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(runs.once(() -> {
                    throw new AssertionError("made again");
                }))
                .as("within the hour")
                .isFalse();
        jdbc.sql("update trail_audit set started_at = now() - interval '61 minutes'")
                .update();
        assertThat(runs.once(() -> {})).isTrue();
    }

    @Test
    void nodeThatFailsLeavesItToTheNextOne() {
        assertThatThrownBy(() -> runs.once(() -> {
                    throw new IllegalStateException("out of memory");
                }))
                .hasMessage("out of memory");

        assertThat(runs.once(() -> {})).isTrue();
    }

    @Test
    void keepsWhatItFound() {
        nightly.auditAll();

        TrailRuns.Run last = runs.last().orElseThrow();
        assertThat(last.endedAt())
                .isBetween(Instant.now().getEpochSecond() - 60.0, Instant.now().getEpochSecond() + 1.0);
        assertThat(last.applications())
                .isEqualTo(jdbc.sql("select count(*) from application")
                        .query(Long.class)
                        .single());
    }

    @Test
    void figuresAreThoseOfTheLastOne() {
        runs.keep(Instant.now().minusSeconds(90), new TrailReport(17, 2, 3));

        List<Figure> read = figures.read();

        assertThat(value(read, "realname.trail.broken")).isEqualTo(3);
        assertThat(value(read, "realname.trail.last.run.applications")).isEqualTo(17);
        assertThat(value(read, "realname.trail.last.run.duration")).isBetween(89.0, 95.0);
        jdbc.sql("delete from trail_audit where applications = 17").update();
    }

    private static double value(List<Figure> figures, String meter) {
        return figures.stream()
                .filter(figure -> figure.meter().name().equals(meter))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
