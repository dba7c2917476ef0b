package io.realname.enterprise.process;

import io.realname.calls.ProviderAnswer;
import io.realname.enterprise.StatedEnterprises;
import io.realname.payment.CorporatePayments;
import io.realname.payment.PaymentDecision;
import io.realname.process.ApplicationId;
import io.realname.process.DecidedAnswer;
import io.realname.process.IncidentCode;
import io.realname.process.OperatorMustActException;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Send payment": sends a few fen to the corporate account, once. If the provider's answer does not arrive, the job
 * becomes an incident. An operator looks the payment up with the provider and states whether it arrived. If it did, the
 * process goes on; if not, the operator retries the job to send it again.
 */
@Component
class SendPayment implements JavaDelegate {

    private final StatedEnterprises enterprises;
    private final CorporatePayments payments;
    private final HistoryService history;
    private final AuditTrail trail;

    SendPayment(StatedEnterprises enterprises, CorporatePayments payments, HistoryService history, AuditTrail trail) {
        this.enterprises = enterprises;
        this.payments = payments;
        this.history = history;
        this.trail = trail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        ProviderAnswer<PaymentDecision> answer = payments.send(
                id, incidentsAtStep(execution), () -> enterprises.details(id).paymentOrder());
        if (answer instanceof ProviderAnswer.Lost<PaymentDecision> lost) {
            throw new OperatorMustActException(
                    IncidentCode.PAYMENT_ANSWER_LOST,
                    lost.reason() + ". State at /operations/ whether the payment arrived");
        }
        String result =
                DecidedAnswer.of(answer).orElseThrow().acceptedAs().isPresent() ? "ACCEPTED" : "ACCOUNT_REFUSED";
        trail.append(id, AuditEvent.PAYMENT_SENT, null, Map.of("result", result));
        EnterpriseVerification.PAYMENT_RESULT.keep(execution, result);
    }

    /**
     * The number of incidents at this step. After an incident only an operator can retry the job, so a larger number
     * than before means that an operator did.
     */
    private int incidentsAtStep(DelegateExecution execution) {
        return (int) history.createHistoricIncidentQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(EnterpriseVerification.SEND_PAYMENT)
                .count();
    }
}
