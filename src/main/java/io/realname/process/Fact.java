package io.realname.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A small value that a gateway or a decision table reads, with its name and type. Never personal data.
 *
 * @param name the variable's name in the diagrams
 */
public record Fact<T>(String name, Class<T> type) {

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
}
