package io.realname.process;

import io.realname.application.ApplicationKind;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process that a client may start. It takes one transient variable, the application; each of its instances is one
 * application, which can be withdrawn. A bean for each diagram that no other diagram calls.
 *
 * @param key of the process definition
 * @param kind of the applications that its instances are
 */
public record ClientProcess(String key, ApplicationKind kind) {

    /** The variable that a client starts it with. */
    public static final String INPUT = "application";

    private static final ClientInput APPLICATION = new ClientInput(INPUT);

    /**
     * What the client sent, as JSON; only the first step reads it.
     *
     * @throws io.realname.refusal.RefusalException {@code MALFORMED_REQUEST} if it is missing or not transient
     */
    public static String application(VariableScope scope) {
        return APPLICATION.take(scope);
    }
}
