package io.realname.desk.process;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** The reviewer who works on a task now: the login of the call, from any API. */
final class Reviewer {

    private Reviewer() {}

    /** @throws RefusalException {@code TASK_NOT_CLAIMED} if the caller does not hold the task */
    static String whoHolds(DelegateTask task, IdentityService identities) {
        Authentication caller = identities.getCurrentAuthentication();
        if (caller == null || caller.getUserId() == null || !caller.getUserId().equals(task.getAssignee())) {
            throw new RefusalException(Refusal.of(RefusalCode.TASK_NOT_CLAIMED));
        }
        return caller.getUserId();
    }
}
