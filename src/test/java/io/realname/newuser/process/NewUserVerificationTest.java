package io.realname.newuser.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.realname.process.PathCoverage;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.process.Walk;
import io.realname.process.Walks;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.sandbox.SandboxServer;
import io.realname.trail.TrailAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code new-user-verification.bpmn}; the whole class together takes each node and flow of it. */
@ProcessTest
class NewUserVerificationTest {

    private static final String CHECK = "BankCard4EVerification";
    private static final String RATE_LIMITED = "-19";
    private static final String MISMATCH = "-1";

    @Autowired
    private Walks walks;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TrailAudit audit;

    @BeforeAll
    static void nothingIsReached(@Autowired PathCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyNodeAndFlowIsReached(@Autowired PathCoverage coverage) {
        assertThat(coverage.missing(NewUserVerification.KEY)).isEmpty();
    }

    @BeforeEach
    void refresh() {
        walks.refresh();
        reviewers.comeToWork();
    }

    // The usual way

    @Test
    void cardMatchesAndTheAccountIsVerified() {
        Walk walk = walks.apply(walks.somebody());
        assertThat(walk.verification()).isWaitingAt("ConfirmMobile");
        walk.confirmMobile();
        assertThat(walk.verification()).isWaitingAt("CheckBankCard");
        walk.checkCard();

        assertThat(walk.verification())
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
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
    }

    @Test
    void bankAnswerIsStoredBeforeItIsActedUpon() {
        Walk walk = walks.apply(walks.somebody()).confirmMobile().run("CheckBankCard");

        assertThat(walk.verification()).hasPassed("ReserveBankCardCheck").hasNotPassed("BankAnswerGateway");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(column(walk, "pan")).as("sealed PAN").isNull();

        walk.run("CheckBankCard");
        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    // Answered at once

    @Test
    void cardOfABankThatIsNotInTheTableIsNotSupported() {
        Applicant applicant = walks.somebody();
        Walk walk = walks.apply(applicant.withPan(TestPeople.unsupportedBankPan(1)));

        assertThat(walk.verification())
                .hasPassedInOrder("LimitAttempts", "DecideOnCard", "BankNotSupported")
                .hasNotPassed("DetectDuplicateIdentity", "ConfirmMobile")
                .isEnded();
        assertEnded(walk, OutcomeCode.BANK_NOT_SUPPORTED);
        assertThat(sandbox.calls().total()).isZero();
    }

    /** Many debit cards of BoCom are so: 17 digits, and no check digit. */
    @Test
    void cardThatFailsLuhnIsTheBanksToJudgeOnceItIsConfirmed() {
        Applicant holder = walks.somebody().withPan(TestPeople.withWrongCheckDigit(TestPeople.pan("601428", 4711, 17)));
        walks.put(holder.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = holder.application();
        Refused.invalid("/bankCard/number", "INVALID_CHECK_DIGIT", () -> walks.apply(holder, form));
        form.withObject("/bankCard").put("numberConfirmed", true);

        Walk walk = walks.apply(holder, form).confirmMobile().checkCard();

        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
        assertThat(events(walk)).containsOnlyOnce(AuditEvent.NUMBER_CONFIRMED);
        assertThat(trail.of(walk.id()))
                .filteredOn(entry -> entry.event() == AuditEvent.NUMBER_CONFIRMED)
                .extracting(AuditEntry::facts)
                .containsExactly(Map.of("number", "BANK_CARD"));
        assertThat(audit.of(walk.id())).isEmpty();
    }

    @Test
    void confirmingARightNumberIsNothingToTell() {
        Applicant applicant = walks.somebody();
        walks.put(applicant.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        form.withObject("/bankCard").put("numberConfirmed", true);

        Walk walk = walks.apply(applicant, form).confirmMobile().checkCard();

        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(events(walk)).doesNotContain(AuditEvent.NUMBER_CONFIRMED);
    }

    @Test
    void correctedCardThatFailsLuhnIsConfirmedToo() {
        sandbox.script().answerNext(MISMATCH);
        Walk walk = walks.apply(walks.somebody()).confirmMobile().checkCard();
        ObjectNode card = walk.applicant()
                .withPan(TestPeople.withWrongCheckDigit(walk.applicant().pan()))
                .bankCard();
        Refused.invalid("/number", "INVALID_CHECK_DIGIT", () -> walk.correctCard(card));
        assertThat(walk.verification()).isWaitingAt("WaitForBankCard");

        walk.correctCard(card.put("numberConfirmed", true)).checkCard();

        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(events(walk)).containsOnlyOnce(AuditEvent.NUMBER_CONFIRMED);
        assertThat(audit.of(walk.id())).isEmpty();
    }

    @Test
    void cardThatTheListDoesNotKnowIsTheNamedBanksToJudge() {
        Applicant applicant = walks.somebody().withPan("6251932100000006");
        walks.put(applicant.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        Refused.invalid("/bankCard/bank", "BANK_REQUIRED", () -> walks.apply(applicant, form));
        form.withObject("/bankCard").put("bank", " ");
        Refused.invalid("/bankCard/bank", "BANK_REQUIRED", () -> walks.apply(applicant, form));
        form.withObject("/bankCard").put("bank", "CEB");

        Walk walk = walks.apply(applicant, form).confirmMobile().checkCard();

        assertThat(walk.verification()).hasPassed("DecideOnCard", "CheckBankCard");
        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    @Test
    void cardThatTheListDoesNotKnowOfABankThatIsNotSupportedIsNotSupported() {
        Applicant applicant = walks.somebody().withPan(TestPeople.unknownBankPan(11));
        walks.put(applicant.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        form.withObject("/bankCard").put("bank", "NJCB");

        assertEnded(walks.apply(applicant, form), OutcomeCode.BANK_NOT_SUPPORTED);
    }

    /** Whoever picked the wrong bank from the list, or an old list, is not refused for it. */
    @Test
    void namedBankCountsForNothingWhereTheNumberTells() {
        Applicant applicant = walks.somebody();
        walks.put(applicant.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode form = applicant.application();
        form.withObject("/bankCard").put("bank", "NJCB");

        assertThat(walks.apply(applicant, form).verification()).isWaitingAt("ConfirmMobile");

        Applicant other = walks.somebody().withPan(TestPeople.unsupportedBankPan(12));
        walks.put(other.account(), "JD_MALL", AccountKind.PERSONAL, null);
        ObjectNode second = other.application();
        second.withObject("/bankCard").put("bank", "ICBC");
        assertEnded(walks.apply(other, second), OutcomeCode.BANK_NOT_SUPPORTED);
    }

    @Test
    void correctedCardThatTheListDoesNotKnowComesWithItsBank() {
        sandbox.script().answerNext(MISMATCH);
        Walk walk = walks.apply(walks.somebody()).confirmMobile().checkCard();
        ObjectNode card =
                walk.applicant().withPan(TestPeople.unknownBankPan(13)).bankCard();
        Refused.invalid("/bank", "BANK_REQUIRED", () -> walk.correctCard(card));
        Refused.invalid("/bank", "BANK_UNKNOWN", () -> walk.correctCard(card.put("bank", "ceb")));

        walk.correctCard(card.put("bank", "CEB")).checkCard();

        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    @Test
    void prepaidCardIsNotSupported() {
        Applicant applicant = walks.somebody();
        Walk walk = walks.apply(applicant.withPan(TestPeople.prepaidPan(1)));

        assertThat(walk.verification())
                .hasPassedInOrder("LimitAttempts", "DecideOnCard", "CardTypeNotSupported")
                .hasNotPassed("DetectDuplicateIdentity", "ConfirmMobile")
                .isEnded();
        assertEnded(walk, OutcomeCode.CARD_TYPE_NOT_SUPPORTED);
        assertThat(sandbox.calls().total()).isZero();
    }

    @Test
    void identityBoundAtTheSameSiteIsOccupied() {
        Walk first = verified("JD_MALL");

        Walk second = walks.apply(first.applicant().withAccount(other(first)), "JD_MALL");

        assertThat(second.verification())
                .hasPassedInOrder("DetectDuplicateIdentity", "IdentityOccupied")
                .hasNotPassed("MobileConfirmedGateway", "ConfirmMobile")
                .isEnded();
        assertEnded(second, OutcomeCode.IDENTITY_OCCUPIED);
        assertThat(second.outcome().options()).containsExactly(OutcomeOption.APPEAL, OutcomeOption.ENTERPRISE);
    }

    @Test
    void identityBoundAtAnotherSiteMayBeAssociated() {
        Walk first = verified("JD_MALL");

        Walk second = walks.apply(first.applicant().withAccount(other(first)), "JD_FINANCE");

        assertThat(second.verification()).hasPassed("IdentityOccupied").isEnded();
        assertThat(second.outcome().options())
                .containsExactly(OutcomeOption.APPEAL, OutcomeOption.ENTERPRISE, OutcomeOption.ASSOCIATE);
    }

    @Test
    void eleventhApplicationOfADayIsOneTooMany() {
        Applicant applicant = walks.somebody();
        for (int n = 1; n <= 10; n++) {
            assertEnded(walks.apply(applicant).withdraw(), OutcomeCode.WITHDRAWN);
        }

        Walk eleventh = walks.apply(applicant);

        assertThat(eleventh.verification())
                .hasPassedInOrder("RegisterApplication", "LimitAttempts", "TooManyAttempts")
                .hasNotPassed("DecideOnCard")
                .isEnded();
        assertEnded(eleventh, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    // The mobile number

    @Test
    void numberThatIsNotConfirmedEndsTheApplicationWithTheReason() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode");
        for (int n = 1; n <= 5; n++) {
            walk.enterWrongCode();
        }

        assertThat(walk.verification())
                .hasPassedInOrder("MobileNotConfirmed", "MobileCodeFailed")
                .hasNotPassed("ReserveBankCardCheck")
                .isEnded();
        assertEnded(walk, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.TOO_MANY_WRONG_CODES);
        assertThat(sandbox.calls().of(CHECK)).isZero();
    }

    @Test
    void nobodyEntersTheCodeInTime() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode").run("ConfirmationDeadline");

        assertThat(walk.verification())
                .hasPassedInOrder("ConfirmationExpired", "ConfirmationTimedOut")
                .hasNotPassed("ReserveBankCardCheck")
                .isEnded();
        assertEnded(walk, OutcomeCode.EXPIRED);
    }

    // The bank said no

    @Test
    void correctedCardWithTheSameNumberGoesWithoutANewCode() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        assertCardAskedFor(walk, ActionReason.CARD_DETAILS_MISMATCH);
        assertThat(walk.verification()).isWaitingFor("BankCardSubmitted");

        sandbox.repair("0001");
        walk.correctCard(anotherCard(walk));
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        walk.checkCard();

        assertThat(walk.verification())
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
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(sandbox.calls().of("SendSms")).isEqualTo(1);
    }

    @Test
    void correctedCardWithAnotherNumberIsConfirmedAnew() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        walk.correctCard(anotherCard(walk).withMobile(walks.somebody().mobile()));
        assertThat(walk.verification()).isWaitingAt("ConfirmMobile");
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(1);

        walk.confirmMobile().checkCard();

        assertThat(walk.verification())
                .hasPassedInOrder("RegisterBankCard", "ConfirmMobile", "ReserveBankCardCheck", "Verified")
                .isEnded();
        assertThat(walk.messages()).hasSize(1);
        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    @Test
    void correctedCardIsJudgedLikeTheFirst() {
        sandbox.script().answerNext(MISMATCH);
        Walk walk = walks.apply(walks.somebody()).confirmMobile().checkCard();

        walk.correctCard(walk.applicant().withPan(TestPeople.unsupportedBankPan(2)));

        assertThat(walk.verification())
                .hasPassedInOrder("RegisterBankCard", "LimitAttempts", "DecideOnCard", "BankNotSupported")
                .isEnded();
        assertEnded(walk, OutcomeCode.BANK_NOT_SUPPORTED);
    }

    @Test
    void cardThatCannotBeUsedIsReplaced() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0002"))
                .confirmMobile()
                .checkCard();
        assertCardAskedFor(walk, ActionReason.CARD_NOT_USABLE);

        sandbox.repair("0002");
        walk.correctCard(anotherCard(walk)).checkCard();

        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    @Test
    void threeWrongCardsEndTheApplication() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        walk.correctCard(anotherCard(walk)).checkCard();
        walk.correctCard(anotherCard(walk)).checkCard();

        assertThat(walk.verification())
                .hasPassedInOrder("AskForBankCard", "LimitCorrections", "CardDetailsMismatch")
                .isEnded();
        assertEnded(walk, OutcomeCode.CARD_DETAILS_MISMATCH);
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(3);
    }

    @Test
    void sixUnusableCardsEndTheApplication() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0002"))
                .confirmMobile()
                .checkCard();
        for (int n = 2; n <= 6; n++) {
            assertCardAskedFor(walk, ActionReason.CARD_NOT_USABLE);
            walk.correctCard(anotherCard(walk)).checkCard();
        }

        assertThat(walk.verification())
                .hasPassedInOrder("LimitCorrections", "CardNotUsable")
                .isEnded();
        assertEnded(walk, OutcomeCode.CARD_NOT_USABLE);
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(6);
    }

    @Test
    void fifthWrongCardOfAnAccountOnOneDayIsTheLast() {
        Walk first = walks.apply(walks.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        first.correctCard(anotherCard(first)).checkCard();
        first.correctCard(anotherCard(first)).checkCard();
        assertEnded(first, OutcomeCode.CARD_DETAILS_MISMATCH);

        Walk second = walks.apply(anotherCard(first)).confirmMobile().checkCard();
        assertCardAskedFor(second, ActionReason.CARD_DETAILS_MISMATCH);
        second.correctCard(anotherCard(second)).checkCard();

        assertThat(second.verification())
                .hasPassedInOrder("LimitCorrections", "TooManyCorrections")
                .hasNotPassed("CardDetailsMismatch")
                .isEnded();
        assertEnded(second, OutcomeCode.TOO_MANY_ATTEMPTS);

        Walk third = walks.apply(anotherCard(second));
        assertThat(third.verification()).hasPassed("TooManyAttempts").isEnded();
    }

    @Test
    void nobodyCorrectsTheCardInTime() {
        Instant before = Instant.now();
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        Action action = walk.application().action();
        assertThat(action).isNotNull();
        assertThat(action.expiresAt())
                .isBetween(
                        before.plus(Duration.ofMinutes(30)).minusSeconds(1),
                        Instant.now().plus(Duration.ofMinutes(30)).plusSeconds(1));

        walk.run("CorrectionDeadline");

        assertThat(walk.verification())
                .hasPassedInOrder("AskForBankCard", "CorrectionDeadline", "CorrectionTimedOut")
                .hasNotPassed("RegisterBankCard")
                .isEnded();
        assertEnded(walk, OutcomeCode.EXPIRED);
        assertRefused(() -> walk.correctCard(anotherCard(walk)), RefusalCode.ACTION_NOT_EXPECTED);
    }

    // The bank takes no more today

    @Test
    void bankThatTakesNoMoreTodayIsAskedADayLater() {
        sandbox.script().answerNext(RATE_LIMITED);
        Walk walk = walks.apply(walks.somebody()).confirmMobile().checkCard();
        assertThat(walk.verification()).isWaitingAt("NextDay").hasNotPassed("AskForBankCard");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertDueIn(walk.jobAt("NextDay"), Duration.ofDays(1));

        walk.dayPasses().run("NextDay").checkCard();

        assertThat(walk.verification())
                .hasPassedInOrder(
                        "ConfirmMobile",
                        "CheckBankCard",
                        "LimitCorrections",
                        "NextDay",
                        "ReserveBankCardCheck",
                        "CheckBankCard",
                        "Verified")
                .isEnded();
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(sandbox.calls().of("SendSms")).isEqualTo(1);
        assertThat(column(walk, "pan")).as("sealed PAN").isNull();
    }

    /** The six questions of an application are counted over its days, or it would wait for another day for ever. */
    @Test
    void bankThatTakesNoMoreForSixDaysEndsTheApplication() {
        Walk walk = walks.apply(walks.somebody()).confirmMobile();
        for (int day = 1; day <= 5; day++) {
            sandbox.script().answerNext(RATE_LIMITED);
            walk.checkCard().dayPasses().run("NextDay");
        }
        sandbox.script().answerNext(RATE_LIMITED);
        walk.checkCard();

        assertThat(walk.verification())
                .hasPassedInOrder("NextDay", "LimitCorrections", "TooManyCorrections")
                .isEnded();
        assertEnded(walk, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    void cardThatOthersUsedUpMeanwhileWaitsWithoutACall() {
        Walk walk = walks.apply(walks.somebody()).run("SendMobileCode");
        for (int n = 1; n <= 3; n++) {
            sandbox.script().answerNext(MISMATCH);
            walks.apply(walks.somebody().withPan(walk.applicant().pan()))
                    .confirmMobile()
                    .checkCard();
        }

        walk.enterCode().checkCard();

        assertThat(walk.verification()).hasPassed("CountAttempts").isWaitingAt("NextDay");
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(3);
    }

    // The answer got lost

    @Test
    void lostAnswerIsAskedForAgainOnlyByTheApplicant() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0003"))
                .confirmMobile()
                .checkCard();
        assertCardAskedFor(walk, ActionReason.BANK_ANSWER_LOST);
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(1);

        walk.correctCard(walk.applicant()).checkCard();

        assertThat(walk.verification())
                .hasPassedInOrder("CheckBankCard", "AskForBankCard", "RegisterBankCard", "CheckBankCard", "Verified")
                .isEnded();
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(2);
    }

    @Test
    void callerThatDiedDuringTheCallDoesNotCallAgain() {
        Walk walk = walks.apply(walks.somebody()).confirmMobile();
        walk.sql("update bank_card_check set state = 'SENT', result = null, sent_at = now() where application = ?");

        walk.checkCard();

        assertCardAskedFor(walk, ActionReason.BANK_ANSWER_LOST);
        assertThat(sandbox.calls().of(CHECK)).isZero();
        assertThat(walk.verification()).hasPassed("AskForBankCard").isWaitingAt("WaitForBankCard");
    }

    // The provider does not work

    @Test
    void bankThatIsDownIsTriedAgainByTheCycleAndThenByAnOperator() {
        Walk walk = walks.apply(walks.somebodyWithMobileEnding("0004")).confirmMobile();
        Duration[] cycle = {Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)
        };
        for (int failure = 1; failure <= cycle.length; failure++) {
            walk.runInVain("CheckBankCard");
            assertThat(walk.jobAt("CheckBankCard").getRetries()).isEqualTo(cycle.length + 1 - failure);
            assertDueIn(walk.jobAt("CheckBankCard"), cycle[failure - 1]);
            assertThat(walk.incidents()).isEmpty();
        }
        walk.runInVain("CheckBankCard");
        assertThat(walk.jobAt("CheckBankCard").getRetries()).isZero();
        assertThat(walk.incidents()).containsExactly("CheckBankCard");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(sandbox.ledger().entries(CHECK)).isEmpty();

        sandbox.repair("0004");
        walk.retry("CheckBankCard").run("CheckBankCard");

        assertThat(walk.verification())
                .hasPassedInOrder("CheckBankCard", "BindIdentity", "Verified")
                .isEnded();
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResourceUnavailable.InArrears", "AuthFailure.SecretIdNotFound"})
    void providerThatRefusesUsIsAnIncidentAtOnce(String errorCode) {
        sandbox.script().errorNext(CHECK, errorCode);
        Walk walk = walks.apply(walks.somebody()).confirmMobile().runInVain("CheckBankCard");

        assertThat(walk.jobAt("CheckBankCard").getRetries()).isZero();
        assertThat(walk.incidents()).containsExactly("CheckBankCard");

        walk.retry("CheckBankCard").run("CheckBankCard");
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(sandbox.ledger().entries(CHECK)).hasSize(1);
    }

    // Somebody else is faster

    @ParameterizedTest
    @CsvSource({"JD_MALL, false", "JD_CLOUD, true"})
    void identityThatAnotherAccountBoundMeanwhileIsOccupied(String site, boolean mayBeAssociated) {
        Walk slow = walks.apply(walks.somebody(), site).confirmMobile();
        Walk fast = walks.apply(slow.applicant().withAccount(other(slow)), "JD_MALL")
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
        Walk slow = walks.apply(walks.somebodyWithMobileEnding("0001"))
                .confirmMobile()
                .checkCard();
        Walk fast = walks.apply(anotherCard(slow)
                        .withAccount(other(slow))
                        .withMobile(walks.somebody().mobile()))
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
        Walk walk = cases.withPermit(walks.somebody(), 8410);
        assertThat(walk.verification()).hasPassed("ChooseCheck").isWaitingAt("ReviewDocuments");
        assertThat(column(walk, "pan")).as("sealed PAN, which nobody needs").isNull();
        cases.addEvidence(walk, Cases.DOCUMENT);
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);

        reviewers.approve(walk, Reviewers.ANNA);

        assertThat(walk.verification())
                .hasPassedInOrder("ConfirmMobile", "ChooseCheck", "ReviewDocuments", "BindIdentity", "Verified")
                .hasNotPassed("ReserveBankCardCheck", "CheckBankCard")
                .isEnded();
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(cases.bindingOf(walk.applicant()).method()).isEqualTo(VerificationMethod.DOCUMENT_REVIEW);
        assertThat(sandbox.calls().of(CHECK)).isZero();
    }

    @Test
    void documentThatPeopleRejectIsNotBound() {
        Walk walk = cases.addEvidence(cases.withPermit(walks.somebody(), 8411), Cases.DOCUMENT);

        reviewers.reject(walk, Reviewers.ANNA, "DOCUMENT_NOT_VALID");

        assertThat(walk.verification())
                .hasPassedInOrder("ReviewDocuments", "DocumentsRejected")
                .hasNotPassed("BindIdentity")
                .isEnded();
        assertEnded(walk, OutcomeCode.DOCUMENTS_REJECTED, OutcomeReason.DOCUMENT_NOT_VALID);
        assertThat(cases.binding(walk.applicant())).isEmpty();
    }

    @Test
    void evidenceThatIsNotAddedInTimeEndsTheApplication() {
        Walk walk = cases.withPermit(walks.somebody(), 8412).run("EvidenceDeadline");

        assertThat(walk.verification())
                .hasPassedInOrder("EvidenceNotAdded", "EvidenceTimedOut")
                .isEnded();
        assertEnded(walk, OutcomeCode.EXPIRED);
    }

    @Test
    void identityThatWasBoundDuringTheReviewIsOccupied() {
        Walk slow = cases.addEvidence(cases.withPermit(walks.somebody(), 8413), Cases.DOCUMENT);
        Walk fast = cases.addEvidence(cases.withPermit(walks.somebody(), 8413), Cases.DOCUMENT);
        reviewers.approve(fast, Reviewers.ANNA);
        assertEnded(fast, OutcomeCode.VERIFIED);

        reviewers.approve(slow, Reviewers.ANNA);

        assertThat(slow.verification()).hasPassed("IdentityOccupiedMeanwhile").isEnded();
        assertEnded(slow, OutcomeCode.IDENTITY_OCCUPIED);
    }

    // The applicant withdraws

    static Stream<Arguments> waits() {
        return Stream.of(
                wait("the code goes out", "", walk -> walk),
                wait("the code is entered", "", walk -> walk.run("SendMobileCode")),
                wait("the bank is asked", "", Walk::confirmMobile),
                wait(
                        "the answer is acted upon",
                        "",
                        walk -> walk.confirmMobile().run("CheckBankCard")),
                wait(
                        "the card is corrected",
                        MISMATCH,
                        walk -> walk.confirmMobile().checkCard()),
                wait(
                        "the next day comes",
                        RATE_LIMITED,
                        walk -> walk.confirmMobile().checkCard()));
    }

    private static Arguments wait(String name, String bankAnswer, UnaryOperator<Walk> way) {
        return Arguments.of(Named.of(name, way), bankAnswer);
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(UnaryOperator<Walk> way, String bankAnswer) {
        if (!bankAnswer.isEmpty()) {
            sandbox.script().answerNext(bankAnswer);
        }
        Walk walk = way.apply(walks.apply(walks.somebody()));

        walk.withdraw();

        assertThat(walk.verification())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .hasNotPassed("Verified")
                .isEnded();
        assertThat(walk.confirmation()).isEnded();
        assertEnded(walk, OutcomeCode.WITHDRAWN);
        assertThat(column(walk, "pan")).as("sealed PAN").isNull();
        assertThat(column(walk, "mobile")).as("sealed number").isNull();
        assertRefused(walk::withdraw, RefusalCode.ACTION_NOT_EXPECTED);
    }

    @Test
    void applicantMayWithdrawWhatAnOperatorLooksAt() {
        sandbox.script().errorNext(CHECK, "ResourceUnavailable.InArrears");
        Walk walk = walks.apply(walks.somebody()).confirmMobile().runInVain("CheckBankCard");

        walk.withdraw();

        assertEnded(walk, OutcomeCode.WITHDRAWN);
        assertThat(walk.incidents()).isEmpty();
    }

    // What all of it is about

    private Walk verified(String site) {
        Walk walk = walks.apply(walks.somebody(), site).confirmMobile().checkCard();
        assertEnded(walk, OutcomeCode.VERIFIED);
        return walk;
    }

    private static String other(Walk walk) {
        return walk.applicant().account() + "_other";
    }

    private Applicant anotherCard(Walk walk) {
        return walk.applicant().withPan(walks.somebody().pan());
    }

    private static void assertEnded(Walk walk, OutcomeCode code) {
        assertEnded(walk, code, null);
    }

    private static void assertEnded(Walk walk, OutcomeCode code, @Nullable OutcomeReason reason) {
        assertThat(walk.verification()).isEnded();
        assertThat(walk.outcome().code()).isEqualTo(code);
        assertThat(walk.outcome().reason()).isEqualTo(reason);
        assertThat(walk.application().status()).isEqualTo(code.status());
        assertThat(walk.application().action()).isNull();
    }

    private static void assertCardAskedFor(Walk walk, ActionReason reason) {
        assertThat(walk.verification()).isWaitingAt("WaitForBankCard");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.ACTION_REQUIRED);
        Action action = walk.application().action();
        assertThat(action).isNotNull();
        assertThat(action.type()).isEqualTo(ActionType.CORRECT_BANK_CARD);
        assertThat(action.reason()).isEqualTo(reason);
    }

    private static void assertDueIn(Job job, Duration delay) {
        assertThat(job.getDuedate().toInstant())
                .isBetween(
                        Instant.now().plus(delay).minusSeconds(5),
                        Instant.now().plus(delay).plusSeconds(5));
    }

    private static void assertRefused(Runnable action, RefusalCode code) {
        assertThatThrownBy(action::run)
                .asInstanceOf(InstanceOfAssertFactories.type(RefusalException.class))
                .extracting(RefusalException::refusal)
                .extracting(Refusal::code)
                .isEqualTo(code);
    }

    private byte @Nullable [] column(Walk walk, String column) {
        return walks.jdbc()
                .sql("select " + column + " from application where id = ?")
                .param(walk.id())
                .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(null);
    }

    private List<AuditEvent> events(Walk walk) {
        return trail.of(walk.id()).stream().map(AuditEntry::event).toList();
    }
}
