package io.realname.process.engine;

import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.process.ClientMessage;
import io.realname.process.ClientProcess;
import io.realname.process.ClientProcesses;
import io.realname.process.NewApplicationId;
import io.realname.process.evidence.ReviewDocuments;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts process instances and correlates messages, for the typed API. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineApplicationProcess implements ApplicationProcess {

    private final RuntimeService runtime;
    private final ClientProcesses processes;

    EngineApplicationProcess(RuntimeService runtime, ClientProcesses processes) {
        this.runtime = runtime;
        this.processes = processes;
    }

    @Override
    public void start(UUID id, ApplicationKind kind, String application) {
        runtime.createProcessInstanceByKey(processes.keyOf(kind))
                .businessKey(id.toString())
                .setVariable(ClientProcess.INPUT, Variables.stringValue(application, true))
                .execute();
    }

    @Override
    public UUID newId() {
        return NewApplicationId.next();
    }

    @Override
    public void evidenceAdded(UUID application) {
        correlate(runtime.createMessageCorrelation(ReviewDocuments.EVIDENCE_ADDED)
                .processInstanceBusinessKey(application.toString()));
    }

    @Override
    public void submitMobileCode(UUID application, String code) {
        correlate(message(ClientMessage.MOBILE_CODE_SUBMITTED, application, code));
    }

    @Override
    public void requestMobileCode(UUID application) {
        correlate(message(ClientMessage.MOBILE_CODE_REQUESTED, application, null));
    }

    @Override
    public void submitBankCard(UUID application, String bankCard) {
        correlate(message(ClientMessage.BANK_CARD_SUBMITTED, application, bankCard));
    }

    @Override
    public void submitAmount(UUID application, String amount) {
        correlate(message(ClientMessage.AMOUNT_SUBMITTED, application, amount));
    }

    @Override
    public void withdraw(UUID application) {
        correlate(message(ClientMessage.APPLICATION_WITHDRAWN, application, null));
    }

    private MessageCorrelationBuilder message(ClientMessage message, UUID application, @Nullable String input) {
        MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(message.messageName())
                .processInstanceBusinessKey(application.toString());
        String variable = message.input();
        if (variable != null) {
            correlation.setVariable(variable, Variables.stringValue(input, true));
        }
        return correlation;
    }

    /**
     * If the instance does not wait for the message, or another transaction was faster, the client gets
     * {@code ACTION_NOT_EXPECTED}.
     */
    private static void correlate(MessageCorrelationBuilder message) {
        try {
            message.correlate();
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException e) {
            throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
        }
    }
}
