package io.realname.desk.process.tasklist;

import io.realname.desk.process.ReviewByPeople;
import io.realname.process.engine.EngineField;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * The variables with which a reviewer completes a task. Only the fields of the form are allowed, and each must be
 * transient, because the engine would store other variables in plain text. The listener of the task checks whether the
 * decision is valid.
 */
final class SubmittedBallot {

    private static final EngineField VARIABLES = EngineField.of(CompleteTaskCmd.class, "variables");
    private static final EngineField VARIABLES_BACK = EngineField.of(CompleteTaskCmd.class, "returnVariables");
    private static final EngineField PROPERTIES = EngineField.of(SubmitTaskFormCmd.class, "properties");
    private static final EngineField PROPERTIES_BACK = EngineField.of(SubmitTaskFormCmd.class, "returnVariables");

    private final @Nullable Map<?, ?> variables;
    private final boolean wantsVariables;

    private SubmittedBallot(@Nullable Object variables, @Nullable Object wantsVariables) {
        this.variables = (Map<?, ?>) variables;
        this.wantsVariables = Boolean.TRUE.equals(wantsVariables);
    }

    static boolean isOne(Command<?> command) {
        return command.getClass() == CompleteTaskCmd.class || command.getClass() == SubmitTaskFormCmd.class;
    }

    /** @param command one of the two that complete a task */
    static SubmittedBallot of(Command<?> command) {
        return command instanceof CompleteTaskCmd
                ? new SubmittedBallot(VARIABLES.in(command), VARIABLES_BACK.in(command))
                : new SubmittedBallot(PROPERTIES.in(command), PROPERTIES_BACK.in(command));
    }

    /**
     * @throws RefusalException if there is another variable, or one that is not transient
     * @throws AuthorizationException if the command asks for the process's variables in the answer
     */
    void check() {
        if (wantsVariables) {
            throw new AuthorizationException("A reviewer may not read process variables");
        }
        if (variables != null) {
            variables.forEach((name, value) -> check(
                    String.valueOf(name),
                    variables instanceof VariableMap typed ? typed.getValueTyped(String.valueOf(name)) : value));
        }
    }

    private static void check(String name, @Nullable Object value) {
        if (!ReviewByPeople.INPUTS.contains(name)) {
            throw refusal("", "UNKNOWN_FIELD");
        }
        if (!(value instanceof StringValue text)) {
            throw refusal("/" + name, "WRONG_TYPE");
        }
        if (!text.isTransient()) {
            throw refusal("/" + name, "NOT_TRANSIENT");
        }
    }

    private static RefusalException refusal(String pointer, String code) {
        return new RefusalException(Refusal.invalid(List.of(new FieldError(pointer, code))));
    }
}
