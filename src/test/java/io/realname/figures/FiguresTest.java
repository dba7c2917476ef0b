package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class FiguresTest {

    private static final FigureMeter TREES = new FigureMeter("test.trees", "trees");
    private static final FigureMeter AGE = new FigureMeter("test.age", "age of the oldest", "seconds");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Family trees = new Family("trees");
    private final Family other = new Family("other");
    private final Figures figures =
            new Figures(List.of(trees, other), meters, new FigureProperties(Duration.ofSeconds(15)));

    @Test
    void showWhatWasReadLast() {
        trees.now = List.of(new Figure(TREES, Tags.of("kind", "oak"), 3), new Figure(AGE, 7.5));
        figures.readAgain();

        assertThat(value("test.trees", "kind", "oak")).isEqualTo(3);
        assertThat(value("test.age")).isEqualTo(7.5);

        trees.now = List.of(new Figure(TREES, Tags.of("kind", "oak"), 4));
        assertThat(value("test.trees", "kind", "oak"))
                .as("no query at a scrape")
                .isEqualTo(3);
        figures.readAgain();
        assertThat(value("test.trees", "kind", "oak")).isEqualTo(4);
    }

    @Test
    void whatIsGoneIsZero() {
        trees.now = List.of(new Figure(TREES, Tags.of("kind", "oak"), 3));
        figures.readAgain();
        trees.now = List.of(new Figure(TREES, Tags.of("kind", "elm"), 1));
        figures.readAgain();

        assertThat(value("test.trees", "kind", "oak")).isZero();
        assertThat(value("test.trees", "kind", "elm")).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsUnknownAndTheRestIsNot() {
        trees.now = List.of(new Figure(TREES, Tags.of("kind", "oak"), 3));
        other.now = List.of(new Figure(AGE, 1));
        figures.readAgain();
        double readAt = value("realname.figures.read.timestamp", "family", "trees");

        trees.fails = true;
        other.now = List.of(new Figure(AGE, 2));
        figures.readAgain();

        assertThat(value("test.trees", "kind", "oak")).isNaN();
        assertThat(value("test.age")).isEqualTo(2);
        assertThat(value("realname.figures.read.timestamp", "family", "trees")).isEqualTo(readAt);

        trees.fails = false;
        figures.readAgain();
        assertThat(value("test.trees", "kind", "oak")).isEqualTo(3);
    }

    @Test
    void settingsHaveBounds() {
        assertThatThrownBy(() -> new FigureProperties(Duration.ZERO)).hasMessage("realname.figures.every: 1s to 5m");
        assertThatThrownBy(() -> new FigureProperties(Duration.ofHours(1)))
                .hasMessage("realname.figures.every: 1s to 5m");
        assertThatThrownBy(() -> prices("0", "-0.01")).hasMessage("realname.prices.sms: 0 to 1000 yuan");
        assertThatThrownBy(() -> prices("1000.01", "0")).hasMessage("realname.prices.bank-card-check: 0 to 1000 yuan");
    }

    private static PriceProperties prices(String card, String sms) {
        return new PriceProperties(new BigDecimal(card), BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(sms));
    }

    private double value(String meter, String... tags) {
        return meters.get(meter).tags(tags).gauge().value();
    }

    private static final class Family implements FigureFamily {

        private final String name;
        private List<Figure> now = List.of();
        private boolean fails;

        private Family(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Figure> read() {
            if (fails) {
                throw new DataAccessResourceFailureException("no connection");
            }
            return now;
        }
    }
}
