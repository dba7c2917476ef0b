package io.realname.process;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * An input of a client: a transient variable, which the step that reads it removes. The engine would store a variable
 * that is not transient in plain text, so the step refuses it; the refusal rolls the transaction back.
 *
 * @param name the variable's name in the API
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
