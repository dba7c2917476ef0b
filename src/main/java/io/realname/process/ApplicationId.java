package io.realname.process;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/** The id of the application that a process instance belongs to: the business key. */
public final class ApplicationId {

    private ApplicationId() {}

    /** @throws RefusalException if the instance has no business key; both APIs set one */
    public static UUID of(DelegateExecution execution) {
        return parse(execution.getProcessBusinessKey());
    }

    /**
     * The application that a task is part of.
     *
     * @throws RefusalException {@code TASK_OVERTAKEN} if the instance has continued since the task was read; without
     *     this exception the engine would drop the submitted form silently
     */
    public static UUID of(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        if (execution == null) {
            throw new RefusalException(Refusal.of(RefusalCode.TASK_OVERTAKEN));
        }
        return of(execution);
    }

    private static UUID parse(@Nullable String businessKey) {
        if (businessKey == null) {
            throw new RefusalException(Refusal.malformed("/businessKey", "REQUIRED"));
        }
        return UUID.fromString(businessKey);
    }
}
