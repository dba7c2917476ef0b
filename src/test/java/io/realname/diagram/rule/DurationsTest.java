package io.realname.diagram.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"P3D", "PT12H", "P1DT12H", "PT1H30M", "PT90S", "P10DT1H2M3S"})
    void durationOfDaysAndSmallerIsOneToTheEngineToo(String duration) {
        assertThat(Durations.isDuration(duration)).isTrue();
        assertThat(new DurationBusinessCalendar().resolveDuedate(duration, new Date(0)))
                .isEqualTo(Date.from(Instant.EPOCH.plus(Duration.parse(duration))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P1W", "P1M", "P1Y", "P", "PT", "P1DT", "1D", "P-1D", "-P1D", "PT1.5H", "p1d", "P1D2H", "3 days"
            })
    void anythingElseIsNone(String duration) {
        assertThat(Durations.isDuration(duration)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "30 minutes,PT30M",
        "24 hours,PT24H",
        "a day later,P1D",
        "every day,P1D",
        "every 2 days,P2D",
        "1 hour,PT1H",
        "Time is up,",
        "days,",
        "a day and 12 hours,",
        "24-hour limit,"
    })
    void nameStatesADurationOrNone(String name, Duration duration) {
        assertThat(Durations.inWords(name).orElse(null)).isEqualTo(duration);
    }
}
