package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.realname.application.Action;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.Application;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;

/** How far an application has come, as its process and its client see it. */
public final class ProcessRunAssertions {

    private static final Duration FOR_EVIDENCE = Duration.ofDays(7);

    private ProcessRunAssertions() {}

    /** Nothing is asked of the applicant, and nothing is decided. */
    public static void assertInProgress(ProcessRun run) {
        Application application = run.application();
        assertThat(application.status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(application.action()).isNull();
        assertThat(application.outcome()).isNull();
    }

    /** With no reason. */
    public static void assertEnded(ProcessRun run, OutcomeCode code) {
        assertEnded(run, code, null);
    }

    public static void assertEnded(ProcessRun run, OutcomeCode code, @Nullable OutcomeReason reason) {
        BpmnAwareTests.assertThat(run.process()).isEnded();
        assertThat(run.outcome().code()).isEqualTo(code);
        assertThat(run.outcome().reason()).isEqualTo(reason);
        assertThat(run.application().status()).isEqualTo(code.status());
        assertThat(run.application().action()).isNull();
    }

    /** @return what is asked of the applicant, which is of this type */
    public static Action assertAskedFor(ProcessRun run, ActionType type) {
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.ACTION_REQUIRED);
        Action action = run.application().action();
        assertThat(action).isNotNull();
        assertThat(action.type()).isEqualTo(type);
        return action;
    }

    /**
     * @param process that waits for the evidence: the run's own or one that it calls
     * @param since when it was not asked for yet
     */
    public static void assertEvidenceAskedFor(
            ProcessRun run, ProcessInstance process, ActionReason reason, Instant since) {
        BpmnAwareTests.assertThat(process).isWaitingAt("WaitForEvidence");
        Action action = assertAskedFor(run, ActionType.ADD_EVIDENCE);
        assertThat(action.reason()).isEqualTo(reason);
        assertDue(action.expiresAt(), since, FOR_EVIDENCE);
    }

    /** @param instant that is a delay away from a moment between {@code since} and now */
    public static void assertDue(@Nullable Instant instant, Instant since, Duration delay) {
        assertThat(instant)
                .isBetween(
                        since.plus(delay).minusSeconds(1),
                        Instant.now().plus(delay).plusSeconds(1));
    }

    /** Counted from now, give or take what the test has taken since. */
    public static void assertDueIn(Job job, Duration delay) {
        assertThat(job.getDuedate().toInstant()).isCloseTo(Instant.now().plus(delay), within(5, ChronoUnit.SECONDS));
    }
}
