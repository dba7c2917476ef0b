package io.realname.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * An output of a decision table that a step reads.
 *
 * @param name the output's name in the table
 */
public record TableAnswer<T>(String name, Class<T> type) {

    /** @throws IllegalStateException if no table has set it: the diagram lacks a step */
    public T of(VariableScope scope) {
        return new Fact<>(name, type).of(scope);
    }
}
