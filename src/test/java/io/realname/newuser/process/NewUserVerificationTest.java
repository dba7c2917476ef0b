package io.realname.newuser.process;

import static io.realname.process.ProcessRunAssertions.assertAskedFor;
import static io.realname.process.ProcessRunAssertions.assertDue;
import static io.realname.process.ProcessRunAssertions.assertDueIn;
import static io.realname.process.ProcessRunAssertions.assertEnded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.realname.account.AccountKind;
import io.realname.app.Applicant;
import io.realname.application.Action;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeOption;
import io.realname.application.OutcomeReason;
import io.realname.identity.VerificationMethod;
import io.realname.people.TestPeople;
import io.realname.process.Cases;
import io.realname.process.EveryPathOf;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.RefusalCode;
import io.realname.sandbox.SandboxServer;
import io.realname.trail.TrailAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code new-user-verification.bpmn}; the whole class together takes each node and flow of it. */
@EveryPathOf(NewUserVerification.KEY)
@ProcessTest
class NewUserVerificationTest {

    private static final String CHECK = "BankCard4EVerification";
    private static final String RATE_LIMITED = "-19";
    private static final String MISMATCH = "-1";

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private BulkheadRegistry bulkheads;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TrailAudit audit;

    // The usual way

    @Test
    void cardMatchesAndTheAccountIsVerified() {
        ProcessRun run = runs.apply(runs.somebody());
        assertThat(run.verification()).isWaitingAt("ConfirmMobile");
        run.confirmMobile();
        assertThat(run.verification()).isWaitingAt("CheckBankCard");
        run.checkCard();

        assertThat(run.verification())
                .hasPassedInOrder(
                        "ApplicationSubmitted",
                        "RegisterApplication",
                        "LimitAttempts",
                        "DecideOnCard",
                        "DetectDuplicateIdentity",
                        "ConfirmMobile",
                        "ReserveBankCardCheck",
                        "CheckBankCard",
                        "BindIdentity",
                        "Verified")
                .hasNotPassed("CountAttempts", "AskForBankCard", "IdentityOccupied", "IdentityOccupiedMeanwhile")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
    }

    /** The answer is billed, so it must survive whatever happens to the rest of the step's transaction. */
    @Test
    void bankAnswerStaysStoredIfTheStepsAfterItFail() {
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile();
        runs.jdbc()
                .sql("alter table binding add constraint planted check (application <> '" + run.id() + "') not valid")
                .update();
        try {
            run.executeInVain("CheckBankCard");
        } finally {
            runs.jdbc().sql("alter table binding drop constraint planted").update();
        }
        assertThat(run.jobAt("CheckBankCard").getRetries()).isPositive();
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(runs.jdbc()
                        .sql("select state || ' ' || result from bank_card_check where application = ?")
                        .param(run.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DECIDED MATCH");

        run.execute("CheckBankCard");
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(column(run, "pan")).as("sealed PAN").isNull();
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(1);
    }

    // Answered at once

    @Test
    void cardOfABankThatIsNotInTheTableIsNotSupported() {
        Applicant applicant = runs.somebody();
        ProcessRun run = runs.apply(applicant.withPan(TestPeople.unsupportedBankPan(1)));

        assertThat(run.verification())
                .hasPassedInOrder("LimitAttempts", "DecideOnCard", "BankNotSupported")
                .hasNotPassed("DetectDuplicateIdentity", "ConfirmMobile")
                .isEnded();
        assertEnded(run, OutcomeCode.BANK_NOT_SUPPORTED);
        assertThat(sandbox.calls().total()).isZero();
    }

    /** Many debit cards of BoCom are so: 17 digits, and no check digit. */
    @Test
    void cardThatFailsLuhnIsTheBanksToJudgeOnceItIsConfirmed() {
        Applicant holder = runs.somebody().withPan(TestPeople.withWrongCheckDigit(TestPeople.pan("601428", 4711, 17)));
        runs.put(holder.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = holder.application();
        Refused.invalid("/bankCard/number", "INVALID_CHECK_DIGIT", () -> runs.apply(holder, form));
        form.withObject("/bankCard").put("numberConfirmed", true);

        ProcessRun run = runs.apply(holder, form).confirmMobile().checkCard();

        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
        assertThat(events(run)).containsOnlyOnce(AuditEvent.NUMBER_CONFIRMED);
        assertThat(trail.of(run.id()))
                .filteredOn(entry -> entry.event() == AuditEvent.NUMBER_CONFIRMED)
                .extracting(AuditEntry::facts)
                .containsExactly(Map.of("number", "BANK_CARD"));
        assertThat(audit.of(run.id())).isEmpty();
    }

    @Test
    void confirmingARightNumberIsNothingToTell() {
        Applicant applicant = runs.somebody();
        runs.put(applicant.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        form.withObject("/bankCard").put("numberConfirmed", true);

        ProcessRun run = runs.apply(applicant, form).confirmMobile().checkCard();

        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(events(run)).doesNotContain(AuditEvent.NUMBER_CONFIRMED);
    }

    @Test
    void correctedCardThatFailsLuhnIsConfirmedToo() {
        sandbox.script().answerNext(MISMATCH);
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile().checkCard();
        ObjectNode card = run.applicant()
                .withPan(TestPeople.withWrongCheckDigit(run.applicant().pan()))
                .bankCard();
        Refused.invalid("/number", "INVALID_CHECK_DIGIT", () -> run.correctCard(card));
        assertThat(run.verification()).isWaitingAt("WaitForBankCard");

        run.correctCard(card.put("numberConfirmed", true)).checkCard();

        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(events(run)).containsOnlyOnce(AuditEvent.NUMBER_CONFIRMED);
        assertThat(audit.of(run.id())).isEmpty();
    }

    @Test
    void cardThatTheListDoesNotKnowIsTheNamedBanksToJudge() {
        Applicant applicant = runs.somebody().withPan("6251932100000006");
        runs.put(applicant.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        Refused.invalid("/bankCard/bank", "BANK_REQUIRED", () -> runs.apply(applicant, form));
        form.withObject("/bankCard").put("bank", " ");
        Refused.invalid("/bankCard/bank", "BANK_REQUIRED", () -> runs.apply(applicant, form));
        form.withObject("/bankCard").put("bank", "CEB");

        ProcessRun run = runs.apply(applicant, form).confirmMobile().checkCard();

        assertThat(run.verification()).hasPassed("DecideOnCard", "CheckBankCard");
        assertEnded(run, OutcomeCode.VERIFIED);
    }

    @Test
    void cardThatTheListDoesNotKnowOfABankThatIsNotSupportedIsNotSupported() {
        Applicant applicant = runs.somebody().withPan(TestPeople.unknownBankPan(11));
        runs.put(applicant.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        form.withObject("/bankCard").put("bank", "NJCB");

        assertEnded(runs.apply(applicant, form), OutcomeCode.BANK_NOT_SUPPORTED);
    }

    /** Whoever picked the wrong bank from the list, or an old list, is not refused for it. */
    @Test
    void namedBankCountsForNothingWhereTheNumberTells() {
        Applicant applicant = runs.somebody();
        runs.put(applicant.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        form.withObject("/bankCard").put("bank", "NJCB");

        assertThat(runs.apply(applicant, form).verification()).isWaitingAt("ConfirmMobile");

        Applicant other = runs.somebody().withPan(TestPeople.unsupportedBankPan(12));
        runs.put(other.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode second = other.application();
        second.withObject("/bankCard").put("bank", "ICBC");
        assertEnded(runs.apply(other, second), OutcomeCode.BANK_NOT_SUPPORTED);
    }

    @Test
    void correctedCardThatTheListDoesNotKnowComesWithItsBank() {
        sandbox.script().answerNext(MISMATCH);
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile().checkCard();
        ObjectNode card = run.applicant().withPan(TestPeople.unknownBankPan(13)).bankCard();
        Refused.invalid("/bank", "BANK_REQUIRED", () -> run.correctCard(card));
        Refused.invalid("/bank", "BANK_UNKNOWN", () -> run.correctCard(card.put("bank", "ceb")));

        run.correctCard(card.put("bank", "CEB")).checkCard();

        assertEnded(run, OutcomeCode.VERIFIED);
    }

    @Test
    void prepaidCardIsNotSupported() {
        Applicant applicant = runs.somebody();
        ProcessRun run = runs.apply(applicant.withPan(TestPeople.prepaidPan(1)));

        assertThat(run.verification())
                .hasPassedInOrder("LimitAttempts", "DecideOnCard", "CardTypeNotSupported")
                .hasNotPassed("DetectDuplicateIdentity", "ConfirmMobile")
                .isEnded();
        assertEnded(run, OutcomeCode.CARD_TYPE_NOT_SUPPORTED);
        assertThat(sandbox.calls().total()).isZero();
    }

    @Test
    void identityBoundAtTheSameSiteIsOccupied() {
        ProcessRun first = verified("JD_MALL");

        ProcessRun second = runs.apply(first.applicant().withAccount(other(first)), "JD_MALL");

        assertThat(second.verification())
                .hasPassedInOrder("DetectDuplicateIdentity", "IdentityOccupied")
                .hasNotPassed("MobileConfirmedGateway", "ConfirmMobile")
                .isEnded();
        assertEnded(second, OutcomeCode.IDENTITY_OCCUPIED);
        assertThat(second.outcome().options()).containsExactly(OutcomeOption.APPEAL, OutcomeOption.ENTERPRISE);
    }

    @Test
    void identityBoundAtAnotherSiteMayBeAssociated() {
        ProcessRun first = verified("JD_MALL");

        ProcessRun second = runs.apply(first.applicant().withAccount(other(first)), "JD_FINANCE");

        assertThat(second.verification()).hasPassed("IdentityOccupied").isEnded();
        assertThat(second.outcome().options())
                .containsExactly(OutcomeOption.APPEAL, OutcomeOption.ENTERPRISE, OutcomeOption.ASSOCIATE);
    }

    @Test
    void eleventhApplicationOfADayIsOneTooMany() {
        Applicant applicant = runs.somebody();
        for (int n = 1; n <= 10; n++) {
            assertEnded(runs.apply(applicant).withdraw(), OutcomeCode.WITHDRAWN);
        }

        ProcessRun eleventh = runs.apply(applicant);

        assertThat(eleventh.verification())
                .hasPassedInOrder("RegisterApplication", "LimitAttempts", "TooManyAttempts")
                .hasNotPassed("DecideOnCard")
                .isEnded();
        assertEnded(eleventh, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    // The mobile number

    @Test
    void numberThatIsNotConfirmedEndsTheApplicationWithTheReason() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");
        for (int n = 1; n <= 5; n++) {
            run.enterWrongCode();
        }

        assertThat(run.verification())
                .hasPassedInOrder("MobileNotConfirmed", "MobileCodeFailed")
                .hasNotPassed("ReserveBankCardCheck")
                .isEnded();
        assertEnded(run, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.TOO_MANY_WRONG_CODES);
        assertThat(sandbox.calls().of(CHECK)).isZero();
    }

    @Test
    void nobodyEntersTheCodeInTime() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode").execute("ConfirmationDeadline");

        assertThat(run.verification())
                .hasPassedInOrder("ConfirmationExpired", "ConfirmationTimedOut")
                .hasNotPassed("ReserveBankCardCheck")
                .isEnded();
        assertEnded(run, OutcomeCode.EXPIRED);
    }

    // The bank said no

    @Test
    void correctedCardWithTheSameNumberGoesWithoutANewCode() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        assertCardAskedFor(run, ActionReason.CARD_DETAILS_MISMATCH);
        assertThat(run.verification()).isWaitingFor("BankCardSubmitted");

        sandbox.repair("0001");
        run.correctCard(anotherCard(run));
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        run.checkCard();

        assertThat(run.verification())
                .hasPassedInOrder(
                        "ConfirmMobile",
                        "CheckBankCard",
                        "CountAttempts",
                        "LimitCorrections",
                        "AskForBankCard",
                        "BankCardSubmitted",
                        "RegisterBankCard",
                        "LimitAttempts",
                        "DecideOnCard",
                        "DetectDuplicateIdentity",
                        "ReserveBankCardCheck",
                        "CheckBankCard",
                        "BindIdentity",
                        "Verified")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(sandbox.calls().of("SendSms")).isEqualTo(1);
    }

    @Test
    void correctedCardWithAnotherNumberIsConfirmedAnew() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        run.correctCard(anotherCard(run).withMobile(runs.somebody().mobile()));
        assertThat(run.verification()).isWaitingAt("ConfirmMobile");
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(1);

        run.confirmMobile().checkCard();

        assertThat(run.verification())
                .hasPassedInOrder("RegisterBankCard", "ConfirmMobile", "ReserveBankCardCheck", "Verified")
                .isEnded();
        assertThat(run.messages()).hasSize(1);
        assertEnded(run, OutcomeCode.VERIFIED);
    }

    @Test
    void correctedCardIsJudgedLikeTheFirst() {
        sandbox.script().answerNext(MISMATCH);
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile().checkCard();

        run.correctCard(run.applicant().withPan(TestPeople.unsupportedBankPan(2)));

        assertThat(run.verification())
                .hasPassedInOrder("RegisterBankCard", "LimitAttempts", "DecideOnCard", "BankNotSupported")
                .isEnded();
        assertEnded(run, OutcomeCode.BANK_NOT_SUPPORTED);
    }

    @Test
    void cardThatCannotBeUsedIsReplaced() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0002"))
                .confirmMobile()
                .checkCard();
        assertCardAskedFor(run, ActionReason.CARD_NOT_USABLE);

        sandbox.repair("0002");
        run.correctCard(anotherCard(run)).checkCard();

        assertEnded(run, OutcomeCode.VERIFIED);
    }

    @Test
    void threeWrongCardsEndTheApplication() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        run.correctCard(anotherCard(run)).checkCard();
        run.correctCard(anotherCard(run)).checkCard();

        assertThat(run.verification())
                .hasPassedInOrder("AskForBankCard", "LimitCorrections", "CardDetailsMismatch")
                .isEnded();
        assertEnded(run, OutcomeCode.CARD_DETAILS_MISMATCH);
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(3);
    }

    @Test
    void sixUnusableCardsEndTheApplication() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0002"))
                .confirmMobile()
                .checkCard();
        for (int n = 2; n <= 6; n++) {
            assertCardAskedFor(run, ActionReason.CARD_NOT_USABLE);
            run.correctCard(anotherCard(run)).checkCard();
        }

        assertThat(run.verification())
                .hasPassedInOrder("LimitCorrections", "CardNotUsable")
                .isEnded();
        assertEnded(run, OutcomeCode.CARD_NOT_USABLE);
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(6);
    }

    @Test
    void fifthWrongCardOfAnAccountOnOneDayIsTheLast() {
        ProcessRun first = runs.apply(runs.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        first.correctCard(anotherCard(first)).checkCard();
        first.correctCard(anotherCard(first)).checkCard();
        assertEnded(first, OutcomeCode.CARD_DETAILS_MISMATCH);

        ProcessRun second = runs.apply(anotherCard(first)).confirmMobile().checkCard();
        assertCardAskedFor(second, ActionReason.CARD_DETAILS_MISMATCH);
        second.correctCard(anotherCard(second)).checkCard();

        assertThat(second.verification())
                .hasPassedInOrder("LimitCorrections", "TooManyCorrections")
                .hasNotPassed("CardDetailsMismatch")
                .isEnded();
        assertEnded(second, OutcomeCode.TOO_MANY_ATTEMPTS);

        ProcessRun third = runs.apply(anotherCard(second));
        assertThat(third.verification()).hasPassed("TooManyAttempts").isEnded();
    }

    @Test
    void nobodyCorrectsTheCardInTime() {
        Instant before = Instant.now();
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        Action action = run.application().action();
        assertThat(action).isNotNull();
        assertDue(action.expiresAt(), before, Duration.ofMinutes(30));

        run.execute("CorrectionDeadline");

        assertThat(run.verification())
                .hasPassedInOrder("AskForBankCard", "CorrectionDeadline", "CorrectionTimedOut")
                .hasNotPassed("RegisterBankCard")
                .isEnded();
        assertEnded(run, OutcomeCode.EXPIRED);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> run.correctCard(anotherCard(run)));
    }

    // The bank takes no more today

    @Test
    void bankThatTakesNoMoreTodayIsAskedADayLater() {
        sandbox.script().answerNext(RATE_LIMITED);
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile().checkCard();
        assertThat(run.verification()).isWaitingAt("NextDay").hasNotPassed("AskForBankCard");
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertDueIn(run.jobAt("NextDay"), Duration.ofDays(1));

        run.dayPasses().execute("NextDay").checkCard();

        assertThat(run.verification())
                .hasPassedInOrder(
                        "ConfirmMobile",
                        "CheckBankCard",
                        "LimitCorrections",
                        "NextDay",
                        "ReserveBankCardCheck",
                        "CheckBankCard",
                        "Verified")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(sandbox.calls().of("SendSms")).isEqualTo(1);
        assertThat(column(run, "pan")).as("sealed PAN").isNull();
    }

    /** The six questions of an application are counted over its days, or it would wait for another day for ever. */
    @Test
    void bankThatTakesNoMoreForSixDaysEndsTheApplication() {
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile();
        for (int day = 1; day <= 5; day++) {
            sandbox.script().answerNext(RATE_LIMITED);
            run.checkCard().dayPasses().execute("NextDay");
        }
        sandbox.script().answerNext(RATE_LIMITED);
        run.checkCard();

        assertThat(run.verification())
                .hasPassedInOrder("NextDay", "LimitCorrections", "TooManyCorrections")
                .isEnded();
        assertEnded(run, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    void cardThatOthersUsedUpMeanwhileWaitsWithoutACall() {
        ProcessRun run = runs.apply(runs.somebody()).execute("SendMobileCode");
        for (int n = 1; n <= 3; n++) {
            sandbox.script().answerNext(MISMATCH);
            runs.apply(runs.somebody().withPan(run.applicant().pan()))
                    .confirmMobile()
                    .checkCard();
        }

        run.enterCode().checkCard();

        assertThat(run.verification()).hasPassed("CountAttempts").isWaitingAt("NextDay");
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(3);
    }

    // The answer got lost

    @Test
    void lostAnswerIsAskedForAgainOnlyByTheApplicant() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0003"))
                .confirmMobile()
                .checkCard();
        assertCardAskedFor(run, ActionReason.BANK_ANSWER_LOST);
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(1);

        run.correctCard(run.applicant()).checkCard();

        assertThat(run.verification())
                .hasPassedInOrder("CheckBankCard", "AskForBankCard", "RegisterBankCard", "CheckBankCard", "Verified")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(2);
    }

    @Test
    void callerThatDiedDuringTheCallDoesNotCallAgain() {
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile();
        run.sql("update bank_card_check set state = 'SENT', result = null, sent_at = now() where application = ?");

        run.checkCard();

        assertCardAskedFor(run, ActionReason.BANK_ANSWER_LOST);
        assertThat(sandbox.calls().of(CHECK)).isZero();
        assertThat(run.verification()).hasPassed("AskForBankCard").isWaitingAt("WaitForBankCard");
    }

    // The provider does not work

    @Test
    void bankThatIsDownIsTriedAgainByTheCycleAndThenByAnOperator() {
        ProcessRun run = runs.apply(runs.somebodyWithMobileEnding("0004")).confirmMobile();
        Duration[] cycle = {Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)
        };
        for (int failure = 1; failure <= cycle.length; failure++) {
            run.executeInVain("CheckBankCard");
            assertThat(run.jobAt("CheckBankCard").getRetries()).isEqualTo(cycle.length + 1 - failure);
            assertDueIn(run.jobAt("CheckBankCard"), cycle[failure - 1]);
            assertThat(run.incidents()).isEmpty();
        }
        run.executeInVain("CheckBankCard");
        assertThat(run.jobAt("CheckBankCard").getRetries()).isZero();
        assertThat(run.incidents()).containsExactly("CheckBankCard");
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(sandbox.ledger().entries(CHECK)).isEmpty();

        sandbox.repair("0004");
        run.retry("CheckBankCard");

        assertThat(run.verification())
                .hasPassedInOrder("CheckBankCard", "BindIdentity", "Verified")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
    }

    /** With a bank that takes two seconds, hundreds of jobs find our limit reached, again and again. */
    @Test
    void ourOwnLimitOfCallsIsNoFailure() {
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile();
        int retries = run.jobAt("CheckBankCard").getRetries();
        Bulkhead places = bulkheads.bulkhead("bank-card-check");
        int taken = 0;
        try {
            for (; places.tryAcquirePermission(); taken++) {}
            for (int i = 0; i < 6; i++) {
                run.executeInVain("CheckBankCard");
                assertThat(run.jobAt("CheckBankCard").getRetries()).isEqualTo(retries);
                assertThat(run.jobAt("CheckBankCard").getExceptionMessage()).isNull();
                assertThat(run.jobAt("CheckBankCard").getDuedate().toInstant())
                        .isBetween(Instant.now().plusSeconds(1), Instant.now().plusSeconds(6));
            }
        } finally {
            for (; taken > 0; taken--) {
                places.onComplete();
            }
        }
        assertThat(sandbox.ledger().entries(CHECK)).isEmpty();

        run.checkCard();

        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
        assertThat(audit.of(run.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResourceUnavailable.InArrears", "AuthFailure.SecretIdNotFound"})
    void providerThatRefusesUsIsAnIncidentAtOnce(String errorCode) {
        sandbox.script().errorNext(CHECK, errorCode);
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile().executeInVain("CheckBankCard");

        assertThat(run.jobAt("CheckBankCard").getRetries()).isZero();
        assertThat(run.incidents()).containsExactly("CheckBankCard");

        run.retry("CheckBankCard");
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
    }

    // Somebody else is faster

    @ParameterizedTest
    @CsvSource({"JD_MALL, false", "JD_CLOUD, true"})
    void identityThatAnotherAccountBoundMeanwhileIsOccupied(String site, boolean mayBeAssociated) {
        ProcessRun slow = runs.apply(runs.somebody(), site).confirmMobile();
        ProcessRun fast = runs.apply(slow.applicant().withAccount(other(slow)), "JD_MALL")
                .confirmMobile()
                .checkCard();
        assertEnded(fast, OutcomeCode.VERIFIED);

        slow.checkCard();

        assertThat(slow.verification())
                .hasPassedInOrder(
                        "DetectDuplicateIdentity", "CheckBankCard", "BindIdentity", "IdentityOccupiedMeanwhile")
                .hasNotPassed("IdentityOccupied", "Verified")
                .isEnded();
        assertEnded(slow, OutcomeCode.IDENTITY_OCCUPIED);
        assertThat(slow.outcome().options().contains(OutcomeOption.ASSOCIATE)).isEqualTo(mayBeAssociated);
    }

    @Test
    void identityThatWasBoundDuringACorrectionCostsNoFurtherCheck() {
        ProcessRun slow = runs.apply(runs.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        ProcessRun fast = runs.apply(anotherCard(slow)
                        .withAccount(other(slow))
                        .withMobile(runs.somebody().mobile()))
                .confirmMobile()
                .checkCard();
        assertEnded(fast, OutcomeCode.VERIFIED);

        slow.correctCard(anotherCard(slow));

        assertThat(slow.verification())
                .hasPassedInOrder("RegisterBankCard", "DetectDuplicateIdentity", "IdentityOccupied")
                .isEnded();
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(2);
    }

    // Documents that no bank can check

    @Test
    void documentThatNoBankKnowsIsReviewedByPeople() {
        ProcessRun run = cases.withPermit(runs.somebody(), 8410);
        assertThat(run.verification()).hasPassed("ChooseCheck").isWaitingAt("ReviewDocuments");
        assertThat(column(run, "pan")).as("sealed PAN, which nobody needs").isNull();
        cases.addEvidence(run, Cases.DOCUMENT);
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);

        reviewers.approve(run, Reviewers.ANNA);

        assertThat(run.verification())
                .hasPassedInOrder("ConfirmMobile", "ChooseCheck", "ReviewDocuments", "BindIdentity", "Verified")
                .hasNotPassed("ReserveBankCardCheck", "CheckBankCard")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(cases.bindingOf(run.applicant()).method()).isEqualTo(VerificationMethod.DOCUMENT_REVIEW);
        assertThat(sandbox.calls().of(CHECK)).isZero();
    }

    @Test
    void documentThatPeopleRejectIsNotBound() {
        ProcessRun run = cases.addEvidence(cases.withPermit(runs.somebody(), 8411), Cases.DOCUMENT);

        reviewers.reject(run, Reviewers.ANNA, "UNDER_AGE");

        assertThat(run.verification())
                .hasPassedInOrder("ReviewDocuments", "DocumentsRejected")
                .hasNotPassed("BindIdentity")
                .isEnded();
        assertEnded(run, OutcomeCode.DOCUMENTS_REJECTED, OutcomeReason.UNDER_AGE);
        assertThat(cases.binding(run.applicant())).isEmpty();
    }

    @Test
    void evidenceThatIsNotAddedInTimeEndsTheApplication() {
        ProcessRun run = cases.withPermit(runs.somebody(), 8412).execute("EvidenceDeadline");

        assertThat(run.verification())
                .hasPassedInOrder("EvidenceNotAdded", "EvidenceTimedOut")
                .isEnded();
        assertEnded(run, OutcomeCode.EXPIRED);
    }

    @Test
    void identityThatWasBoundDuringTheReviewIsOccupied() {
        ProcessRun slow = cases.addEvidence(cases.withPermit(runs.somebody(), 8413), Cases.DOCUMENT);
        ProcessRun fast = cases.addEvidence(cases.withPermit(runs.somebody(), 8413), Cases.DOCUMENT);
        reviewers.approve(fast, Reviewers.ANNA);
        assertEnded(fast, OutcomeCode.VERIFIED);

        reviewers.approve(slow, Reviewers.ANNA);

        assertThat(slow.verification()).hasPassed("IdentityOccupiedMeanwhile").isEnded();
        assertEnded(slow, OutcomeCode.IDENTITY_OCCUPIED);
    }

    // The applicant withdraws

    static Stream<Arguments> waits() {
        return Stream.of(
                wait("the code goes out", "", run -> run),
                wait("the code is entered", "", run -> run.execute("SendMobileCode")),
                wait("the bank is asked", "", ProcessRun::confirmMobile),
                wait(
                        "the card is corrected",
                        MISMATCH,
                        run -> run.confirmMobile().checkCard()),
                wait(
                        "the next day comes",
                        RATE_LIMITED,
                        run -> run.confirmMobile().checkCard()));
    }

    private static Arguments wait(String name, String bankAnswer, UnaryOperator<ProcessRun> way) {
        return Arguments.of(Named.of(name, way), bankAnswer);
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(UnaryOperator<ProcessRun> way, String bankAnswer) {
        if (!bankAnswer.isEmpty()) {
            sandbox.script().answerNext(bankAnswer);
        }
        ProcessRun run = way.apply(runs.apply(runs.somebody()));

        run.withdraw();

        assertThat(run.verification())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .hasNotPassed("Verified")
                .isEnded();
        assertThat(run.confirmation()).isEnded();
        assertEnded(run, OutcomeCode.WITHDRAWN);
        assertThat(column(run, "pan")).as("sealed PAN").isNull();
        assertThat(column(run, "mobile")).as("sealed number").isNull();
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, run::withdraw);
    }

    @Test
    void applicantMayWithdrawWhatAnOperatorLooksAt() {
        sandbox.script().errorNext(CHECK, "ResourceUnavailable.InArrears");
        ProcessRun run = runs.apply(runs.somebody()).confirmMobile().executeInVain("CheckBankCard");

        run.withdraw();

        assertEnded(run, OutcomeCode.WITHDRAWN);
        assertThat(run.incidents()).isEmpty();
    }

    // What all of it is about

    private ProcessRun verified(String site) {
        ProcessRun run = runs.apply(runs.somebody(), site).confirmMobile().checkCard();
        assertEnded(run, OutcomeCode.VERIFIED);
        return run;
    }

    private static String other(ProcessRun run) {
        return run.applicant().account() + "_other";
    }

    private Applicant anotherCard(ProcessRun run) {
        return run.applicant().withPan(runs.somebody().pan());
    }

    private static void assertCardAskedFor(ProcessRun run, ActionReason reason) {
        assertThat(run.verification()).isWaitingAt("WaitForBankCard");
        Action action = assertAskedFor(run, ActionType.CORRECT_BANK_CARD);
        assertThat(action.reason()).isEqualTo(reason);
    }

    private byte @Nullable [] column(ProcessRun run, String column) {
        return runs.jdbc()
                .sql("select " + column + " from application where id = ?")
                .param(run.id())
                .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(null);
    }

    private List<AuditEvent> events(ProcessRun run) {
        return trail.of(run.id()).stream().map(AuditEntry::event).toList();
    }
}
