package io.realname.process;

import io.realname.application.Refusal;
import io.realname.application.RefusalException;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** The application a process instance stands for: its business key. */
final class ApplicationId {

    private ApplicationId() {}

    /** @throws RefusalException if the instance was started with none: both doors give it one */
    static UUID of(DelegateExecution execution) {
        return parse(execution.getProcessBusinessKey());
    }

    private static UUID parse(@Nullable String businessKey) {
        if (businessKey == null) {
            throw new RefusalException(Refusal.malformed("/businessKey", "REQUIRED"));
        }
        return UUID.fromString(businessKey);
    }
}
