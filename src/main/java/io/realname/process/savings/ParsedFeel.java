package io.realname.process.savings;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.impl.parser.ExpressionValidator;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * Evaluates the cells of decision tables. Each text is parsed and validated once, and FEEL's functions are made once; the
 * engine would do all of it for each cell each time that it decides.
 */
final class ParsedFeel extends FeelEngine {

    /** More cells than all versions of our tables have. */
    private static final int MOST = 10_000;

    private final LoadingCache<String, Either<Failure, ParsedExpression>> expressions =
            Caffeine.newBuilder().maximumSize(MOST).build(super::parseExpression);
    private final LoadingCache<String, Either<Failure, ParsedExpression>> unaryTests =
            Caffeine.newBuilder().maximumSize(MOST).build(super::parseUnaryTests);

    private final Cache<ParsedExpression, Boolean> valid =
            Caffeine.newBuilder().weakKeys().build();
    private final ExpressionValidator validator =
            new ExpressionValidator(FeelEngine.defaultConfiguration().externalFunctionsEnabled());
    private final FeelInterpreter interpreter;
    private final FunctionProvider functions;

    private ParsedFeel(CustomFunctionTransformer functions, CompositeValueMapper values) {
        super(functions, values, FeelEngine.defaultConfiguration(), FeelEngine.defaultClock());
        this.interpreter = new FeelInterpreter(values);
        this.functions = new CompositeFunctionProvider(
                CollectionConverters.asScala(List.of(new BuiltinFunctions(clock(), values), functions))
                        .toList());
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

    /** Leaves everything that does not succeed to FEEL's own way, which words the failure. */
    @Override
    public EvaluationResult evaluate(ParsedExpression expression, Context facts) {
        if (valid.get(
                expression,
                cell -> validator.validateExpression(cell.expression()).isEmpty())) {
            EvalContext context = EvalContext.create(valueMapper(), functions).merge(facts);
            Val value = interpreter.eval(expression.expression(), context);
            if (!(value instanceof ValError)
                    && context.failureCollector().failures().isEmpty()) {
                return new SuccessfulEvaluationResult(
                        valueMapper().unpackVal(value),
                        context.failureCollector().failures());
            }
        }
        return super.evaluate(expression, facts);
    }
}
