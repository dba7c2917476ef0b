package io.realname.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A small fact that a gateway or a decision reads, by name and type. Never personal.
 *
 * @param name as the diagrams have it
 */
public record Fact<T>(String name, Class<T> type) {

    /** Tells the steps up to the next save point; costs no row. */
    public void note(VariableScope scope, T value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }

    /** Tells all steps that follow; costs a row. */
    public void keep(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** @throws IllegalStateException if nothing was noted: the diagram misses a step */
    public T of(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("the fact " + name + " is missing");
        }
        return type.cast(value);
    }
}
