package io.realname.process;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a client hands to a step: a transient variable, consumed by the step that reads it. One that is not transient
 * would be stored by the engine in plain, so it is refused, and the refusal rolls it back.
 *
 * @param name as the contract has it
 */
record ClientInput(String name) {

    /** @throws RefusalException {@code MALFORMED_REQUEST} if it is missing or not transient */
    String take(VariableScope scope) {
        TypedValue value = scope.getVariableTyped(name, false);
        if (value == null) {
            throw refused("REQUIRED");
        }
        if (!value.isTransient()) {
            throw refused("NOT_TRANSIENT");
        }
        String text = value instanceof SerializableValue json
                ? json.getValueSerialized()
                : value.getValue() instanceof String string ? string : null;
        scope.removeVariable(name);
        if (text == null) {
            throw refused("WRONG_TYPE");
        }
        return text;
    }

    private RefusalException refused(String code) {
        return new RefusalException(Refusal.malformed("/variables/" + name, code));
    }
}
