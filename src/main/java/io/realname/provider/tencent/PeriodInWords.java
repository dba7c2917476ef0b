package io.realname.provider.tencent;

import java.time.Duration;

/**
 * A period in Chinese, in the form of the approved template: {@code 3天}, {@code 36小时}. It is rounded down, so the text
 * never promises more time.
 */
final class PeriodInWords {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private PeriodInWords() {}

    static String of(Duration period) {
        if (Duration.ofDays(period.toDays()).equals(period) && period.compareTo(DAY) >= 0) {
            return period.toDays() + "天";
        }
        return period.compareTo(HOUR) >= 0 ? period.toHours() + "小时" : period.toMinutes() + "分钟";
    }
}
