package io.realname.process.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.application.Action;
import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.process.PathCoverage;
import io.realname.process.ProcessTest;
import io.realname.process.Walk;
import io.realname.process.Walks;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every way through {@code confirm-mobile.bpmn}, called by a new-user verification; the whole class together takes each
 * node and flow of it.
 */
@ProcessTest
class ConfirmMobileTest {

    private static final String SEND = "SendSms";

    @Autowired
    private Walks walks;

    @Autowired
    private SandboxServer sandbox;

    @BeforeAll
    static void nothingIsReached(@Autowired PathCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyNodeAndFlowIsReached(@Autowired PathCoverage coverage) {
        assertThat(coverage.missing(ConfirmMobile.KEY)).isEmpty();
    }

    @BeforeEach
    void refresh() {
        walks.refresh();
    }

    // The code comes back

    @Test
    void rightCodeConfirmsTheNumber() {
        Walk walk = walks.apply(walks.somebody());
        assertThat(walk.confirmation()).isWaitingAt("SendMobileCode");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(sandbox.calls().total()).isZero();

        walk.run("SendMobileCode");
        assertCodeAskedFor(walk);
        walk.enterCode();

        assertThat(walk.confirmation())
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
        assertGoesOn(walk);
        assertThat(walk.messages()).hasSize(1);
    }

    @Test
    void wrongCodeMayBeFollowedByTheRightOne() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode").enterWrongCode();
        assertCodeAskedFor(walk);
        assertThat(walk.confirmation()).isWaitingFor("MobileCodeSubmitted");

        walk.enterCode();

        assertThat(walk.confirmation())
                .hasPassedInOrder("VerifyMobileCode", "CodeRightGateway", "VerifyMobileCode", "CodeRight")
                .isEnded();
        assertGoesOn(walk);
    }

    @Test
    void fifthTryMayStillBeRight() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode");
        for (int n = 1; n <= 4; n++) {
            walk.enterWrongCode();
        }

        walk.enterCode();

        assertThat(walk.confirmation()).hasPassed("MobileConfirmed").isEnded();
        assertGoesOn(walk);
    }

    @Test
    void fifthWrongCodeIsTheLast() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode");
        for (int n = 1; n <= 5; n++) {
            assertCodeAskedFor(walk);
            walk.enterWrongCode();
        }

        assertThat(walk.confirmation())
                .hasPassedInOrder("VerifyMobileCode", "TooManyWrongCodes")
                .hasNotPassed("CodeRight", "MobileConfirmed")
                .isEnded();
        assertFailed(walk, OutcomeReason.TOO_MANY_WRONG_CODES);
        assertRefused(walk::enterCode, RefusalCode.ACTION_NOT_EXPECTED);
    }

    // Another code

    @Test
    void anotherCodeVoidsTheFirst() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode").resendMayBeAsked();
        String first = walk.lastCode();

        walk.requestCode();
        assertThat(walk.confirmation()).isWaitingAt("SendMobileCode");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertRefused(walk::enterCode, RefusalCode.ACTION_NOT_EXPECTED);

        walk.run("SendMobileCode");
        assertThat(walk.messages()).hasSize(2);
        if (!walk.lastCode().equals(first)) { // once in a million they are the same
            walk.enterCode(first);
            assertCodeAskedFor(walk);
        }
        walk.enterCode();

        assertThat(walk.confirmation())
                .hasPassedInOrder(
                        "SendMobileCode",
                        "MobileCodeRequested",
                        "AllowResend",
                        "SendMobileCode",
                        "CodeRight",
                        "MobileConfirmed")
                .isEnded();
        assertGoesOn(walk);
    }

    @Test
    void anotherCodeGivesNoNewTries() {
        Walk walk = walks.apply(walks.somebody())
                .run("SendMobileCode")
                .enterWrongCode()
                .enterWrongCode()
                .enterWrongCode();
        walk.resendMayBeAsked().requestCode().run("SendMobileCode").enterWrongCode();
        assertCodeAskedFor(walk);

        walk.enterWrongCode();

        assertThat(walk.confirmation())
                .hasPassedInOrder("VerifyMobileCode", "AllowResend", "VerifyMobileCode", "TooManyWrongCodes")
                .isEnded();
        assertFailed(walk, OutcomeReason.TOO_MANY_WRONG_CODES);
    }

    @Test
    void anotherCodeThatComesTooSoonIsRefusedAndTheFirstIsStillGood() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode");

        assertThat(refusalOf(walk::requestCode).retryAfter()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));

        assertCodeAskedFor(walk);
        assertThat(walk.confirmation()).hasNotPassed("MobileCodeRequested", "AllowResend");
        walk.enterCode();
        assertGoesOn(walk);
    }

    @Test
    void fifthCodeOfAnHourIsRefused() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode");
        for (int n = 2; n <= 4; n++) {
            walk.resendMayBeAsked().requestCode().run("SendMobileCode");
        }
        walk.resendMayBeAsked();

        assertThat(refusalOf(walk::requestCode).retryAfter()).isEqualTo(Duration.ofHours(1));

        assertThat(walk.messages()).hasSize(4);
        walk.enterCode();
        assertGoesOn(walk);
    }

    @Test
    void expiredCodeCostsNoTryAndMayBeReplaced() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode").codeExpires();
        for (int n = 1; n <= 6; n++) {
            walk.enterCode();
            assertCodeAskedFor(walk);
        }

        walk.resendMayBeAsked().requestCode().run("SendMobileCode").enterCode();

        assertThat(walk.confirmation())
                .hasPassedInOrder("VerifyMobileCode", "CodeRightGateway", "AllowResend", "SendMobileCode", "CodeRight")
                .hasNotPassed("TooManyWrongCodes")
                .isEnded();
        assertGoesOn(walk);
    }

    // The code does not go out

    @Test
    void providerSendsNoMoreToTheNumber() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0005")).run("SendMobileCode");

        assertThat(walk.confirmation())
                .hasPassedInOrder("SendMobileCode", "SmsAcceptedGateway", "SmsLimitReached")
                .hasNotPassed("NumberRefused")
                .isEnded();
        assertFailed(walk, OutcomeReason.SMS_FREQUENCY_LIMIT);
    }

    @Test
    void weSendNoMoreToTheNumber() {
        Walk first = walks.apply(walks.somebody()).run("SendMobileCode");
        for (int n = 2; n <= 4; n++) {
            first.resendMayBeAsked().requestCode().run("SendMobileCode");
        }

        Walk second = walks.apply(walks.somebody().withMobile(first.applicant().mobile()))
                .run("SendMobileCode");

        assertThat(second.confirmation()).hasPassed("SmsLimitReached").isEnded();
        assertFailed(second, OutcomeReason.SMS_FREQUENCY_LIMIT);
        assertThat(sandbox.calls().of(SEND)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FailedOperation.PhoneNumberInBlacklist", "InvalidParameterValue.IncorrectPhoneNumber"})
    void providerNeverSendsToTheNumber(String code) {
        sandbox.script().smsCodeNext(code);
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode");

        assertThat(walk.confirmation())
                .hasPassedInOrder("SendMobileCode", "SmsAcceptedGateway", "NumberRefused")
                .hasNotPassed("SmsLimitReached")
                .isEnded();
        assertFailed(walk, OutcomeReason.MOBILE_NUMBER_REFUSED);
    }

    @Test
    void providerThatIsDownIsTriedAgain() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0006")).runInVain("SendMobileCode");
        assertThat(walk.jobAt("SendMobileCode").getRetries()).isEqualTo(4);
        assertThat(walk.jobAt("SendMobileCode").getDuedate().toInstant())
                .isBetween(Instant.now().plusSeconds(5), Instant.now().plusSeconds(11));
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(walk.incidents()).isEmpty();

        walk.confirmMobile();

        assertThat(walk.messages()).hasSize(1);
        assertGoesOn(walk);
    }

    @Test
    void messageWhoseAnswerGotLostIsNotSentAgain() {
        sandbox.script().failNext(SEND, Fault.RESET);
        Walk walk = walks.apply(walks.somebody()).runInVain("SendMobileCode");

        walk.confirmMobile();

        assertThat(walk.messages()).hasSize(1);
        assertThat(sandbox.calls().of(SEND)).isEqualTo(1);
        assertGoesOn(walk);
    }

    @Test
    void providerThatRefusesUsIsAnIncidentAtOnce() {
        sandbox.script().smsCodeNext("FailedOperation.InsufficientBalanceInSmsPackage");
        Walk walk = walks.apply(walks.somebody()).runInVain("SendMobileCode");
        assertThat(walk.jobAt("SendMobileCode").getRetries()).isZero();
        assertThat(walk.incidents()).contains("SendMobileCode");

        walk.retry("SendMobileCode").enterCode();

        assertThat(walk.messages()).hasSize(1);
        assertGoesOn(walk);
    }

    // Time is up

    @Test
    void deadlineEndsTheConfirmation() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode");
        assertThat(walk.jobAt("ConfirmationDeadline").getDuedate().toInstant())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(30)).minusSeconds(5),
                        Instant.now().plus(Duration.ofMinutes(30)).plusSeconds(5));

        walk.run("ConfirmationDeadline");

        assertThat(walk.confirmation())
                .hasPassedInOrder("SendMobileCode", "ConfirmationDeadline", "ConfirmationExpired")
                .hasNotPassed("VerifyMobileCode", "MobileConfirmed")
                .isEnded();
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.EXPIRED);
        assertRefused(walk::enterCode, RefusalCode.ACTION_NOT_EXPECTED);
        assertRefused(walk::requestCode, RefusalCode.ACTION_NOT_EXPECTED);
    }

    // What all of it is about

    private static void assertCodeAskedFor(Walk walk) {
        assertThat(walk.confirmation()).isWaitingAt("MobileCodeSubmitted");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.ACTION_REQUIRED);
        Action action = walk.application().action();
        assertThat(action).isNotNull();
        assertThat(action.type()).isEqualTo(ActionType.SUBMIT_MOBILE_CODE);
    }

    private static void assertGoesOn(Walk walk) {
        assertThat(walk.confirmation()).isEnded();
        assertThat(walk.verification()).isWaitingAt("CheckBankCard");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(walk.application().action()).isNull();
    }

    private static void assertFailed(Walk walk, OutcomeReason reason) {
        assertThat(walk.verification()).hasPassed("MobileNotConfirmed").isEnded();
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.MOBILE_CODE_FAILED);
        assertThat(walk.outcome().reason()).isEqualTo(reason);
    }

    private static void assertRefused(Runnable action, RefusalCode code) {
        assertThat(refusalOf(action).code()).isEqualTo(code);
    }

    private static Refusal refusalOf(Runnable action) {
        Throwable thrown = catchThrowable(action::run);
        assertThat(thrown).isInstanceOf(RefusalException.class);
        return ((RefusalException) thrown).refusal();
    }
}
