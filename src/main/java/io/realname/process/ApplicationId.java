package io.realname.process;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/** The application a process instance stands for: its business key. */
public final class ApplicationId {

    private ApplicationId() {}

    /** @throws RefusalException if the instance was started with none: both doors give it one */
    public static UUID of(DelegateExecution execution) {
        return parse(execution.getProcessBusinessKey());
    }

    /**
     * The application that a task is part of.
     *
     * @throws RefusalException {@code TASK_OVERTAKEN} if the instance has gone on since the task was read: the engine then
     *     drops what was filled in, without a word
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
