package io.realname.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What a decision table has answered, for a step that needs it.
 *
 * @param name as the table has it
 */
public record TableAnswer<T>(String name, Class<T> type) {

    /** @throws IllegalStateException if no table answered it: the diagram misses a step */
    public T of(VariableScope scope) {
        return new Fact<>(name, type).of(scope);
    }
}
