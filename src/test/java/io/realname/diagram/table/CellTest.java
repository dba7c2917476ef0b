package io.realname.diagram.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell fits what the engine would say that it fits. */
class CellTest {

    private static final ScalaFeelEngine ENGINE = new ScalaFeelEngine(List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "A", "B"            | A,B,C
            not("A", "B")       | A,B,C
            >= 5                | 4,5,6
            > 5                 | 4,5,6
            < 5                 | 4,5,6
            <= 5                | 4,5,6
            [3..5]              | 2,3,4,5,6
            ]3..5[              | 2,3,4,5,6
            (3..5)              | 2,3,4,5,6
            1, > 5              | 1,2,5,6
            not(1, > 5)         | 1,2,5,6
            7                   | 6,7
            true                | true,false
            """)
    void fitsWhatTheEngineFits(String text, String values) {
        Cell cell = Cell.read(text).orElseThrow();
        for (String value : values.split(",")) {
            assertThat(cell.fits(value)).as("%s for %s", text, value).isEqualTo(byEngine(text, value));
        }
    }

    private static boolean byEngine(String text, String value) {
        Object typed = value.matches("\\d+")
                ? Integer.valueOf(value)
                : value.matches("true|false") ? Boolean.valueOf(value) : value;
        return ENGINE.evaluateSimpleUnaryTests(
                text,
                "input",
                Variables.fromMap(Map.of("input", Objects.requireNonNull(typed)))
                        .asVariableContext());
    }

    @Test
    void emptyCellFitsEverything() {
        assertThat(Cell.read("").orElseThrow().fits("anything")).isTrue();
        assertThat(Cell.read("-").orElseThrow().fits("anything")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"A\",", ">= ", "A", "[3..5", "> \"A\"", "not(", "\"A\" \"B\"", "contains(\"A\")", "not(true)"})
    void moreThanThatIsNotRead(String text) {
        assertThat(Cell.read(text)).isEmpty();
    }

    @Test
    void formulaIsReadByTheEnginesParser() {
        assertThat(Feel.formula("5 - wrongAmountsInRow")).isEmpty();
        assertThat(Feel.formula("if a then \"B\" else \"C\"")).isEmpty();
        assertThat(Feel.formula("if a then")).isPresent();
        assertThat(Feel.test("contains(\"A\""))
                .isPresent()
                .hasValueSatisfying(failure -> assertThat(failure).isNotBlank());
    }
}
