package io.realname.enterprise.process;

import io.realname.enterprise.PaymentFound;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When an operator has found that a payment arrived, "Send payment" runs once more: it finds the payment accepted, sends
 * nothing, and the process goes on. Runs in the transaction that stores the finding.
 */
@Component
class ContinueFoundPayment {

    private static final int RETRIES = 3;

    private final RuntimeService runtime;
    private final ManagementService jobs;

    ContinueFoundPayment(RuntimeService runtime, ManagementService jobs) {
        this.runtime = runtime;
        this.jobs = jobs;
    }

    @EventListener
    void goOn(PaymentFound found) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(found.application().toString(), EnterpriseVerification.KEY)
                .list()) {
            for (Job job : jobs.createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(EnterpriseVerification.SEND_PAYMENT)
                    .noRetriesLeft()
                    .list()) {
                jobs.setJobRetries(RETRIES)
                        .jobId(job.getId())
                        .dueDate(new Date())
                        .execute();
            }
        }
    }
}
