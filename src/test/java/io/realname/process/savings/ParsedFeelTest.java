package io.realname.process.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each cell has the same value as without our savings, and fails with the same words. */
class ParsedFeelTest {

    private static final String INPUT = "cellInput";
    private static final FeelEngine OURS = ParsedFeel.factory().createInstance();
    private static final FeelEngine ENGINES = new ScalaFeelEngineFactory().createInstance();

    private static final List<@Nullable Object> VALUES = values();

    @Test
    void cellsOfOurTables() throws IOException {
        Set<String> cells = cells(InputEntry.class);
        assertThat(cells).hasSizeGreaterThan(20);
        for (String cell : cells) {
            sameTest(cell);
        }
        for (String cell : cells(OutputEntry.class)) {
            sameValue(cell);
        }
    }

    @Test
    void cellsThatFailOrAreUnusual() {
        for (String cell : List.of(
                "> 5",
                "[1..5]",
                "not(\"MISMATCH\")",
                "\"A\", \"B\"",
                "unknown",
                "cellInput.part > 3",
                "date(\"x\")",
                "> \"a\"",
                "if",
                "-",
                "null",
                "contains(cellInput, \"IS\")",
                "count([1, 2]) = 2",
                "? = \"MISMATCH\"")) {
            sameTest(cell);
        }
        for (String cell : List.of(
                "1 +",
                "1 + 1",
                "unknown",
                "\"a\" + 1",
                "date(\"2026-02-30\")",
                "string length(\"abc\")",
                "[1, 2][3]",
                "1 / 0",
                "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}",
                "{a: 1}.b",
                "max([])",
                "assert(1, 1 = 2)",
                "day of week(date(\"2026-11-29\"))",
                "cellInput")) {
            sameValue(cell);
        }
    }

    private static void sameTest(String cell) {
        for (Object value : VALUES) {
            VariableContext facts = facts(value);
            assertThat(answer(() -> OURS.evaluateSimpleUnaryTests(cell, INPUT, facts)))
                    .as("%s for %s", cell, value)
                    .isEqualTo(answer(() -> ENGINES.evaluateSimpleUnaryTests(cell, INPUT, facts)));
        }
    }

    private static void sameValue(String cell) {
        for (Object value : VALUES) {
            VariableContext facts = facts(value);
            assertThat(answer(() -> OURS.<Object>evaluateSimpleExpression(cell, facts)))
                    .as("%s for %s", cell, value)
                    .isEqualTo(answer(() -> ENGINES.<Object>evaluateSimpleExpression(cell, facts)));
        }
    }

    private static Object answer(Callable<@Nullable Object> evaluation) {
        try {
            Object value = evaluation.call();
            return value == null ? "null" : value.getClass().getName() + " " + value;
        } catch (FeelException e) {
            return Objects.requireNonNull(e.getMessage());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static VariableContext facts(@Nullable Object value) {
        return Variables.putValue(INPUT, value).asVariableContext();
    }

    private static List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                "MISMATCH",
                "",
                "A",
                0,
                5,
                7L,
                2.5,
                true,
                false,
                List.of("A", "B"),
                new Date(0),
                LocalDate.of(2026, 11, 29)));
        values.add(null);
        return values;
    }

    private static Set<String> cells(Class<? extends DmnElement> kind) throws IOException {
        Set<String> cells = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("bpmn/decisions"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".dmn")).toList()) {
                DmnModelInstance table = Dmn.readModelFromFile(file.toFile());
                table.getModelElementsByType(kind).stream()
                        .map(entry -> entry.getTextContent().strip())
                        .filter(text -> !text.isEmpty())
                        .forEach(cells::add);
            }
        }
        return cells;
    }
}
