package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.newuser.process.NewUserVerification;
import io.realname.process.mobile.ConfirmMobile;
import io.realname.refusal.RefusalException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A coverage that never complains would make every diagram look tested. */
@ProcessTest
class PathCoverageTest {

    @Autowired
    private PathCoverage coverage;

    @Autowired
    private ProcessRuns runs;

    @BeforeEach
    void restart() {
        coverage.restart();
    }

    @ParameterizedTest
    @ValueSource(strings = {NewUserVerification.KEY, ConfirmMobile.KEY})
    void nothingReachedIsEverythingMissing(String process) {
        assertThat(coverage.missing(process)).isEqualTo(drawn(process));
    }

    @ParameterizedTest
    @ValueSource(strings = {NewUserVerification.KEY, ConfirmMobile.KEY})
    void eachElementLeftOutIsMissed(String process) {
        BpmnModelInstance diagram = Bpmn.readModelFromStream(getClass().getResourceAsStream(file(process)));
        Set<String> all = drawn(process);
        assertThat(PathCoverage.missing(diagram, all)).isEmpty();
        for (String id : all) {
            Set<String> allButOne = new HashSet<>(all);
            allButOne.remove(id);
            boolean seenByItsTarget = id.startsWith("WaitForBankCardTo");
            assertThat(PathCoverage.missing(diagram, allButOne).contains(id))
                    .as(id)
                    .isEqualTo(!seenByItsTarget);
        }
    }

    @Test
    void flowBehindAnEventBasedGatewayIsSeenByItsEvent() {
        BpmnModelInstance diagram =
                Bpmn.readModelFromStream(getClass().getResourceAsStream(file(NewUserVerification.KEY)));
        Set<String> all = drawn(NewUserVerification.KEY);
        all.remove("CorrectionDeadline");
        assertThat(PathCoverage.missing(diagram, all))
                .containsExactlyInAnyOrder("CorrectionDeadline", "WaitForBankCardToCorrectionDeadline");
    }

    @Test
    void whatOneWalkReachedIsNotMissingAndTheRestIs() {
        runs.apply(runs.somebody()).confirmMobile().checkCard();

        assertThat(coverage.missing(NewUserVerification.KEY))
                .doesNotContain("ApplicationSubmitted", "ConfirmMobile", "CheckBankCard", "Verified")
                .doesNotContain("BankAnswerGatewayToBindIdentity", "IdentityBoundGatewayToVerified")
                .contains("Withdrawal", "Withdrawn", "ApplicationWithdrawnToWithdrawn", "BankCardSubmitted", "NextDay")
                .contains("BankAnswerGatewayToCountAttempts", "WaitForBankCardToCorrectionDeadline");
        assertThat(coverage.missing(ConfirmMobile.KEY))
                .doesNotContain("EnterCode", "CodeRight", "CodeToEnterToMobileCodeSubmitted", "MobileConfirmed")
                .contains(
                        "CodeRightGatewayToCodeToEnter", "MobileCodeRequested", "AllowResend", "ConfirmationDeadline");
    }

    @Test
    void whatWasRolledBackWasNotReached() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");

        assertThatThrownBy(run::requestCode).isInstanceOf(RefusalException.class);

        assertThat(coverage.missing(ConfirmMobile.KEY))
                .contains("MobileCodeRequested", "MobileCodeRequestedToAllowResend", "AllowResend");
    }

    private static Set<String> drawn(String process) {
        BpmnModelInstance diagram = Bpmn.readModelFromStream(PathCoverageTest.class.getResourceAsStream(file(process)));
        return Stream.concat(
                        diagram.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId),
                        diagram.getModelElementsByType(SequenceFlow.class).stream()
                                .map(SequenceFlow::getId))
                .collect(Collectors.toSet());
    }

    private static String file(String process) {
        return "/bpmn/" + process + ".bpmn";
    }
}
