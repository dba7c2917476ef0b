package io.realname.process;

import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.FactKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A small value that a gateway or a decision table reads, with its name and type. Never personal data.
 *
 * @param name the variable's name in the diagrams
 * @param kind the values that it may have
 */
public record Fact<T>(String name, Class<T> type, FactKind kind) implements DiagramFact {

    /** A fact that may have all values of its type; numbers are counts, from 0. */
    public Fact(String name, Class<T> type) {
        this(name, type, kindOf(type));
    }

    /** A fact that has the names of these constants as its values. */
    public static Fact<String> code(String name, Enum<?>[] values, String... more) {
        return new Fact<>(
                name,
                String.class,
                new FactKind.Code(Stream.concat(Arrays.stream(values).map(Enum::name), Stream.of(more))
                        .collect(Collectors.toSet())));
    }

    /** A fact that has these values. */
    public static Fact<String> code(String name, String... values) {
        return new Fact<>(name, String.class, new FactKind.Code(Set.of(values)));
    }

    /** Sets a transient variable: only the steps in the same transaction can read it. Costs no row in the database. */
    public void note(VariableScope scope, T value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }

    /** Sets a stored variable: all later steps can read it. Costs a row in the database. */
    public void keep(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** @throws IllegalStateException if the fact was not set: the diagram lacks a step */
    public T of(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("the fact " + name + " is missing");
        }
        return type.cast(value);
    }

    private static FactKind kindOf(Class<?> type) {
        if (type == Boolean.class) {
            return new FactKind.Flag();
        }
        return type == Integer.class ? new FactKind.Count(Integer.MAX_VALUE) : new FactKind.OpenCode(Set.of());
    }
}
