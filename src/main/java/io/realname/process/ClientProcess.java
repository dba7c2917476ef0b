package io.realname.process;

import io.realname.application.ApplicationKind;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process that a client may start, with one transient variable, the application. Each instance is one application,
 * which can be withdrawn. There is one bean for each diagram that no other diagram calls.
 *
 * @param key the key of the process definition
 * @param kind the kind of the instances' applications
 */
public record ClientProcess(String key, ApplicationKind kind) {

    /** The variable that a client sets at the start. */
    public static final String INPUT = "application";

    private static final ClientInput APPLICATION = new ClientInput(INPUT);

    /**
     * The client's request, as JSON. Only the first step reads it.
     *
     * @throws io.realname.refusal.RefusalException {@code MALFORMED_REQUEST} if it is missing or not transient
     */
    public static String application(VariableScope scope) {
        return APPLICATION.take(scope);
    }
}
