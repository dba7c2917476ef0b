package io.realname.process.savings;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * Evaluates the cells of decision tables. Each text is parsed once; the engine would parse all cells of a table each time
 * that it decides.
 */
final class ParsedFeel extends FeelEngine {

    /** More cells than all versions of our tables have. */
    private static final int MOST = 10_000;

    private final LoadingCache<String, Either<Failure, ParsedExpression>> expressions =
            Caffeine.newBuilder().maximumSize(MOST).build(super::parseExpression);
    private final LoadingCache<String, Either<Failure, ParsedExpression>> unaryTests =
            Caffeine.newBuilder().maximumSize(MOST).build(super::parseUnaryTests);

    private ParsedFeel(CustomFunctionTransformer functions, CompositeValueMapper values) {
        super(functions, values, FeelEngine.defaultConfiguration(), FeelEngine.defaultClock());
    }

    /** What the engine's decision tables use. */
    static FeelEngineFactory factory() {
        return () -> new ScalaFeelEngine(List.of()) {
            @Override
            protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
                return new ParsedFeel(functions, values);
            }
        };
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String expression) {
        return expressions.get(expression);
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String expression) {
        return unaryTests.get(expression);
    }
}
