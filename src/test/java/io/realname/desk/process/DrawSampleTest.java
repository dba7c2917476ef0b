package io.realname.desk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawSampleTest {

    /** Of a hundred numbers, each once, as many are drawn as the share says. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "5, 5", "99, 99", "100, 100", "-1, 0", "200, 100"})
    void shareIsInPercent(int share, int drawn) {
        AtomicInteger next = new AtomicInteger();
        RandomGenerator each = new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("not used");
            }

            @Override
            public int nextInt(int bound) {
                assertThat(bound).isEqualTo(100);
                return next.getAndIncrement();
            }
        };

        assertThat(IntStream.range(0, 100)
                        .filter(n -> DrawSample.isDrawn(share, each))
                        .count())
                .isEqualTo(drawn);
    }
}
