package io.realname.process.mobile;

import static io.realname.process.ProcessRunAssertions.assertAskedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.process.EveryPathOf;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.refusal.RefusalCode;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every way through {@code confirm-mobile.bpmn}, called by a new-user verification; the whole class together takes each
 * node and flow of it.
 */
@EveryPathOf(ConfirmMobile.KEY)
@ProcessTest
class ConfirmMobileTest {

    private static final String SEND = "SendSms";

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private SandboxServer sandbox;

    // The code comes back

    @Test
    void rightCodeConfirmsTheNumber() {
        ProcessRun run = runs.apply(runs.somebody());
        assertThat(run.confirmation()).isWaitingAt("SendMobileCode");
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(sandbox.calls().total()).isZero();

        run.execute("SendMobileCode");
        assertCodeAskedFor(run);
        run.enterCode();

        assertThat(run.confirmation())
                .hasPassedInOrder(
                        "MobileToConfirm",
                        "SendMobileCode",
                        "CodeSent",
                        "MobileCodeSubmitted",
                        "VerifyMobileCode",
                        "CodeRight",
                        "MobileConfirmed")
                .hasPassed("EnterCode") // may end in the same millisecond as what follows: no order
                .hasNotPassed("AllowResend", "TooManyWrongCodes", "ConfirmationDeadline")
                .isEnded();
        assertGoesOn(run);
        assertThat(run.messages()).hasSize(1);
    }

    @Test
    void wrongCodeMayBeFollowedByTheRightOne() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode").enterWrongCode();
        assertCodeAskedFor(run);
        assertThat(run.confirmation()).isWaitingFor("MobileCodeSubmitted");

        run.enterCode();

        assertThat(run.confirmation())
                .hasPassedInOrder("VerifyMobileCode", "CodeRightGateway", "VerifyMobileCode", "CodeRight")
                .isEnded();
        assertGoesOn(run);
    }

    @Test
    void fifthTryMayStillBeRight() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");
        for (int n = 1; n <= 4; n++) {
            run.enterWrongCode();
        }

        run.enterCode();

        assertThat(run.confirmation()).hasPassed("MobileConfirmed").isEnded();
        assertGoesOn(run);
    }

    @Test
    void fifthWrongCodeIsTheLast() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");
        for (int n = 1; n <= 5; n++) {
            assertCodeAskedFor(run);
            run.enterWrongCode();
        }

        assertThat(run.confirmation())
                .hasPassedInOrder("VerifyMobileCode", "TooManyWrongCodes")
                .hasNotPassed("CodeRight", "MobileConfirmed")
                .isEnded();
        assertFailed(run, OutcomeReason.TOO_MANY_WRONG_CODES);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, run::enterCode);
    }

    // Another code

    @Test
    void anotherCodeVoidsTheFirst() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode").resendMayBeAsked();
        String first = run.lastCode();

        run.requestCode();
        assertThat(run.confirmation()).isWaitingAt("SendMobileCode");
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, run::enterCode);

        run.execute("SendMobileCode");
        assertThat(run.messages()).hasSize(2);
        if (!run.lastCode().equals(first)) { // once in a million they are the same
            run.enterCode(first);
            assertCodeAskedFor(run);
        }
        run.enterCode();

        assertThat(run.confirmation())
                .hasPassedInOrder(
                        "SendMobileCode",
                        "MobileCodeRequested",
                        "AllowResend",
                        "SendMobileCode",
                        "CodeRight",
                        "MobileConfirmed")
                .isEnded();
        assertGoesOn(run);
    }

    @Test
    void anotherCodeGivesNoNewTries() {
        ProcessRun run = runs.apply(runs.somebody())
                .execute("SendMobileCode")
                .enterWrongCode()
                .enterWrongCode()
                .enterWrongCode();
        run.resendMayBeAsked().requestCode().execute("SendMobileCode").enterWrongCode();
        assertCodeAskedFor(run);

        run.enterWrongCode();

        assertThat(run.confirmation())
                .hasPassedInOrder("VerifyMobileCode", "AllowResend", "VerifyMobileCode", "TooManyWrongCodes")
                .isEnded();
        assertFailed(run, OutcomeReason.TOO_MANY_WRONG_CODES);
    }

    @Test
    void anotherCodeThatComesTooSoonIsRefusedAndTheFirstIsStillGood() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");

        assertThat(Refused.refusal(run::requestCode).retryAfter())
                .isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));

        assertCodeAskedFor(run);
        assertThat(run.confirmation()).hasNotPassed("MobileCodeRequested", "AllowResend");
        run.enterCode();
        assertGoesOn(run);
    }

    @Test
    void fifthCodeOfAnHourIsRefused() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");
        for (int n = 2; n <= 4; n++) {
            run.resendMayBeAsked().requestCode().execute("SendMobileCode");
        }
        run.resendMayBeAsked();

        assertThat(Refused.refusal(run::requestCode).retryAfter()).isEqualTo(Duration.ofHours(1));

        assertThat(run.messages()).hasSize(4);
        run.enterCode();
        assertGoesOn(run);
    }

    @Test
    void expiredCodeCostsNoTryAndMayBeReplaced() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode").codeExpires();
        for (int n = 1; n <= 6; n++) {
            run.enterCode();
            assertCodeAskedFor(run);
        }

        run.resendMayBeAsked().requestCode().execute("SendMobileCode").enterCode();

        assertThat(run.confirmation())
                .hasPassedInOrder("VerifyMobileCode", "CodeRightGateway", "AllowResend", "SendMobileCode", "CodeRight")
                .hasNotPassed("TooManyWrongCodes")
                .isEnded();
        assertGoesOn(run);
    }

    // The code does not go out

    @Test
    void providerSendsNoMoreToTheNumber() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0005")).execute("SendMobileCode");

        assertThat(run.confirmation())
                .hasPassedInOrder("SendMobileCode", "SmsAcceptedGateway", "SmsLimitReached")
                .hasNotPassed("NumberRefused")
                .isEnded();
        assertFailed(run, OutcomeReason.SMS_FREQUENCY_LIMIT);
    }

    @Test
    void weSendNoMoreToTheNumber() {
        ProcessRun first = runs.apply(runs.somebody()).execute("SendMobileCode");
        for (int n = 2; n <= 4; n++) {
            first.resendMayBeAsked().requestCode().execute("SendMobileCode");
        }

        ProcessRun second = runs.apply(
                        runs.somebody().withMobile(first.applicant().mobile()))
                .execute("SendMobileCode");

        assertThat(second.confirmation()).hasPassed("SmsLimitReached").isEnded();
        assertFailed(second, OutcomeReason.SMS_FREQUENCY_LIMIT);
        assertThat(sandbox.calls().of(SEND)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FailedOperation.PhoneNumberInBlacklist", "InvalidParameterValue.IncorrectPhoneNumber"})
    void providerNeverSendsToTheNumber(String code) {
        sandbox.script().smsCodeNext(code);
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");

        assertThat(run.confirmation())
                .hasPassedInOrder("SendMobileCode", "SmsAcceptedGateway", "NumberRefused")
                .hasNotPassed("SmsLimitReached")
                .isEnded();
        assertFailed(run, OutcomeReason.MOBILE_NUMBER_REFUSED);
    }

    @Test
    void providerThatIsDownIsTriedAgain() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0006")).executeInVain("SendMobileCode");
        assertThat(run.jobAt("SendMobileCode").getRetries()).isEqualTo(4);
        assertThat(run.jobAt("SendMobileCode").getDuedate().toInstant())
                .isBetween(Instant.now().plusSeconds(5), Instant.now().plusSeconds(11));
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(run.incidents()).isEmpty();

        run.confirmMobile();

        assertThat(run.messages()).hasSize(1);
        assertGoesOn(run);
    }

    @Test
    void messageWhoseAnswerGotLostIsNotSentAgain() {
        sandbox.script().failNext(SEND, Fault.RESET);
        ProcessRun run = runs.apply(runs.somebody()).executeInVain("SendMobileCode");

        run.confirmMobile();

        assertThat(run.messages()).hasSize(1);
        assertThat(sandbox.calls().of(SEND)).isEqualTo(1);
        assertGoesOn(run);
    }

    @Test
    void providerThatRefusesUsIsAnIncidentAtOnce() {
        sandbox.script().smsCodeNext("FailedOperation.InsufficientBalanceInSmsPackage");
        ProcessRun run = runs.apply(runs.somebody()).executeInVain("SendMobileCode");
        assertThat(run.jobAt("SendMobileCode").getRetries()).isZero();
        assertThat(run.incidents()).contains("SendMobileCode");

        run.retry("SendMobileCode").enterCode();

        assertThat(run.messages()).hasSize(1);
        assertGoesOn(run);
    }

    // Time is up

    @Test
    void deadlineEndsTheConfirmation() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");
        assertThat(run.jobAt("ConfirmationDeadline").getDuedate().toInstant())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(30)).minusSeconds(5),
                        Instant.now().plus(Duration.ofMinutes(30)).plusSeconds(5));

        run.execute("ConfirmationDeadline");

        assertThat(run.confirmation())
                .hasPassedInOrder("SendMobileCode", "ConfirmationDeadline", "ConfirmationExpired")
                .hasNotPassed("VerifyMobileCode", "MobileConfirmed")
                .isEnded();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.EXPIRED);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, run::enterCode);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, run::requestCode);
    }

    // What all of it is about

    private static void assertCodeAskedFor(ProcessRun run) {
        assertThat(run.confirmation()).isWaitingAt("MobileCodeSubmitted");
        assertAskedFor(run, ActionType.SUBMIT_MOBILE_CODE);
    }

    private static void assertGoesOn(ProcessRun run) {
        assertThat(run.confirmation()).isEnded();
        assertThat(run.verification()).isWaitingAt("CheckBankCard");
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(run.application().action()).isNull();
    }

    private static void assertFailed(ProcessRun run, OutcomeReason reason) {
        assertThat(run.verification()).hasPassed("MobileNotConfirmed").isEnded();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.MOBILE_CODE_FAILED);
        assertThat(run.outcome().reason()).isEqualTo(reason);
    }
}
