package io.realname.benchmark.stock;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts the process, correlates the code, and asks the engine where an application stands. */
@Profile(StockApplication.PROFILE)
@RestController
@RequestMapping("/api/v1/verifications")
class VerificationController {

    /** Short, so that the clients' load is not limited by it. */
    private static final long POLL_MILLISECONDS = 20;

    private final RuntimeService runtime;
    private final HistoryService history;

    VerificationController(RuntimeService runtime, HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    record Document(String type, String number) {}

    record BankCard(String number, String mobile) {}

    record NewApplication(
            String account, String realName, Document document, BankCard bankCard, boolean agreementAccepted) {}

    record Code(String code) {}

    record Action(String type) {}

    record Outcome(String code) {}

    record State(
            UUID id,
            String status,
            @Nullable Action action,
            @Nullable Outcome outcome) {

        static State inProgress(UUID id) {
            return new State(id, "IN_PROGRESS", null, null);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    State start(@RequestBody NewApplication application) {
        UUID id = UUID.randomUUID();
        runtime.startProcessInstanceByKey(
                "verification",
                id.toString(),
                Variables.createVariables()
                        .putValue("account", application.account())
                        .putValue("realName", application.realName())
                        .putValue("documentType", application.document().type())
                        .putValue("documentNumber", application.document().number())
                        .putValue("cardNumber", application.bankCard().number())
                        .putValue("mobile", application.bankCard().mobile()));
        return State.inProgress(id);
    }

    @PostMapping("/{id}/mobile-code")
    State typeCode(@PathVariable UUID id, @RequestBody Code typed) {
        runtime.correlateMessage("CodeTyped", id.toString(), Map.of("typedCode", typed.code()));
        return State.inProgress(id);
    }

    /** Looks again and again, as long as the client likes to wait. */
    @GetMapping("/{id}")
    State see(@PathVariable UUID id, @RequestParam(defaultValue = "0") int wait) throws InterruptedException {
        long end = System.nanoTime() + wait * 1_000_000_000L;
        State now = state(id);
        while (now.status().equals("IN_PROGRESS") && System.nanoTime() < end) {
            Thread.sleep(POLL_MILLISECONDS);
            now = state(id);
        }
        return now;
    }

    private State state(UUID id) {
        long waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(id.toString())
                .messageEventSubscriptionName("CodeTyped")
                .count();
        if (waiting > 0) {
            return new State(id, "ACTION_REQUIRED", new Action("SUBMIT_MOBILE_CODE"), null);
        }
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
        if (instance.getEndTime() == null) {
            return State.inProgress(id);
        }
        HistoricVariableInstance outcome = history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName("outcome")
                .singleResult();
        String code = (String) outcome.getValue();
        return new State(id, code.equals("VERIFIED") ? "SUCCEEDED" : "FAILED", null, new Outcome(code));
    }
}
