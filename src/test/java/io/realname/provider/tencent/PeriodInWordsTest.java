package io.realname.provider.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "P3D, 3天",
        "PT24H, 1天",
        "PT12H, 12小时",
        "P1DT12H, 36小时",
        "P1DT12H59M59S, 36小时",
        "PT1H59M, 1小时",
        "PT59M59S, 59分钟",
    })
    void isToldInTheLargestUnitThatSaysNoMore(Duration period, String words) {
        assertThat(PeriodInWords.of(period)).isEqualTo(words);
    }
}
