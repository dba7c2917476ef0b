package io.realname.diagram.table;

import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Whether a text is FEEL, the language of tables. Asks the engine's own parser, which takes a while to load. */
final class Feel {

    private static final String OPERAND = "\\s*(?:[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?)\\s*";

    /** Sums and differences need no parser. */
    private static final Pattern ARITHMETIC = Pattern.compile(OPERAND + "(?:[-+*/]" + OPERAND + ")*");

    /** Loaded only when a table contains more than values. */
    private static final class Parser {

        private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    }

    private Feel() {}

    /** What is wrong with a formula; empty if nothing is. */
    static Optional<String> formula(String text) {
        return ARITHMETIC.matcher(text).matches() ? Optional.empty() : failure(Parser.FEEL.parseExpression(text));
    }

    /** What is wrong with the left side of a rule; empty if nothing is. */
    static Optional<String> test(String text) {
        return failure(Parser.FEEL.parseUnaryTests(text));
    }

    private static Optional<String> failure(ParseResult result) {
        return result.isSuccess()
                ? Optional.empty()
                : Optional.of(result.failure().message());
    }
}
