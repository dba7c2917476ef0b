package io.realname.appeal.process;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells whether an appeal waits for an objection now. */
@Component
class AwaitedObjections {

    private final RuntimeService runtime;

    AwaitedObjections(RuntimeService runtime) {
        this.runtime = runtime;
    }

    boolean isRunning(UUID appeal) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(appeal.toString())
                        .messageEventSubscriptionName(Appeal.HOLDER_OBJECTED)
                        .count()
                == 1;
    }
}
