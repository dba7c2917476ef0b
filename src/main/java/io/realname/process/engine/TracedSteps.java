package io.realname.process.engine;

import io.realname.application.Applications;
import io.realname.tracing.Traces;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.delegate.JavaDelegateInvocation;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;

/**
 * Makes each step of a diagram a span. In a request it is part of the request's trace. In a job it continues the trace of
 * the request that last let the application go on; to know that costs one lookup for each step, so this is used only if
 * tracing is on.
 */
final class TracedSteps extends DefaultDelegateInterceptor {

    private final Traces traces;
    private final Supplier<Applications> applications;

    TracedSteps(Traces traces, Supplier<Applications> applications) {
        this.traces = traces;
        this.applications = applications;
    }

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        if (!(invocation instanceof JavaDelegateInvocation)
                || !(invocation.getContextExecution() instanceof DelegateExecution execution)
                || execution.getProcessBusinessKey() == null) {
            super.handleInvocation(invocation);
            return;
        }
        String application = execution.getProcessBusinessKey();
        try (Traces.Part step = begin(execution.getCurrentActivityId(), application)) {
            step.with("application", application);
            try {
                super.handleInvocation(invocation);
            } catch (Exception e) {
                step.failed(e);
                throw e;
            }
        }
    }

    private Traces.Part begin(String step, String application) {
        return traces.isRecording()
                ? traces.begin(step)
                : traces.resume(
                        step,
                        applications.get().trace(UUID.fromString(application)).orElse(null));
    }
}
