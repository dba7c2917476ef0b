package io.realname.enterprise.process;

import io.realname.calls.ProviderAnswer;
import io.realname.enterprise.StatedEnterprises;
import io.realname.payment.CorporatePayments;
import io.realname.payment.PaymentDecision;
import io.realname.process.ApplicationId;
import io.realname.process.DecidedAnswer;
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
 * "Send payment": some fen to the corporate account, once. If the answer got lost, an operator is called, looks it up with
 * the provider, and sends it again by retrying.
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
                id, operatorsCalls(execution), () -> enterprises.details(id).paymentOrder());
        if (answer instanceof ProviderAnswer.Lost<PaymentDecision> lost) {
            throw new OperatorMustActException("PAYMENT_ANSWER_LOST: " + lost.reason());
        }
        String result =
                DecidedAnswer.of(answer).orElseThrow().acceptedAs().isPresent() ? "ACCEPTED" : "ACCOUNT_REFUSED";
        trail.append(id, AuditEvent.PAYMENT_SENT, null, Map.of("result", result));
        EnterpriseVerification.PAYMENT_RESULT.keep(execution, result);
    }

    /** After an incident nothing runs by itself: that there are more of them than before says that somebody retried. */
    private int operatorsCalls(DelegateExecution execution) {
        return (int) history.createHistoricIncidentQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(EnterpriseVerification.SEND_PAYMENT)
                .count();
    }
}
