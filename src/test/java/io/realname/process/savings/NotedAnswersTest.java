package io.realname.process.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.application.OutcomeCode;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.sandbox.SandboxServer;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a table answers is known until the process waits, and is not stored. */
@ProcessTest
class NotedAnswersTest {

    private static final String MISMATCH = "-1";

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private RuntimeService runtime;

    @Test
    void applicationThatWaitsHasNoVariables() {
        ProcessRun run = runs.apply(runs.somebody());
        assertThat(stored(run)).isZero();

        run.confirmMobile();
        assertThat(run.verification()).isWaitingAt("CheckBankCard");
        assertThat(stored(run)).isZero();
    }

    /** "attempt" is asked for twice more: after the bank's answer, and for the other card. */
    @Test
    void answerThatAFormerReleaseHasStoredIsReplaced() {
        sandbox.script().answerNext(MISMATCH);
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile();
        runtime.setVariable(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(run.id().toString())
                        .rootProcessInstances()
                        .singleResult()
                        .getId(),
                "attempt",
                "DAILY_LIMIT");

        run.checkCard().correctCard(run.applicant()).checkCard();

        assertThat(Objects.requireNonNull(run.application().outcome()).code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    private long stored(ProcessRun run) {
        return runtime.createVariableInstanceQuery()
                .processInstanceIdIn(run.running().toArray(String[]::new))
                .count();
    }
}
