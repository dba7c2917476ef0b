package io.realname.process;

import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.FactKind;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * An output of a decision table that a step reads.
 *
 * @param name the output's name in the table
 * @param kind the values that it may have
 */
public record TableAnswer<T>(String name, Class<T> type, FactKind kind) implements DiagramFact {

    /** @throws IllegalStateException if no table has set it: the diagram lacks a step */
    public T of(VariableScope scope) {
        return new Fact<>(name, type).of(scope);
    }
}
