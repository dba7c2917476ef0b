package io.realname.association.process;

import static io.realname.process.Cases.ELSEWHERE;
import static io.realname.process.Cases.HOME;
import static io.realname.process.ProcessRunAssertions.assertAskedFor;
import static io.realname.process.ProcessRunAssertions.assertDue;
import static io.realname.process.ProcessRunAssertions.assertEnded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.application.Action;
import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeOption;
import io.realname.application.OutcomeReason;
import io.realname.identity.BindResult;
import io.realname.identity.Binding;
import io.realname.identity.BindingSubject;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.process.Cases;
import io.realname.process.EveryPathOf;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.refusal.FieldError;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through {@code associate-verified-account.bpmn}; the whole class together takes each node and flow of it. */
@EveryPathOf(AssociateVerifiedAccount.KEY)
@ProcessTest
class AssociateVerifiedAccountTest {

    private static final String SEND = "SendSms";
    private static final Duration PROVES_AFTER = Duration.ofHours(24);

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private Cases cases;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private IdentityRegistry registry;

    @Autowired
    private TransactionTemplate transaction;

    // The usual way

    @Test
    void codeIsRightAndTheAccountHasTheSameRealNameInformation() {
        Applicant owner = cases.holder();

        ProcessRun run = associate(owner);
        assertThat(run.association()).isWaitingAt("ConfirmMobile");
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        run.execute("SendMobileCode");
        assertThat(run.application().action()).extracting(Action::type).isEqualTo(ActionType.SUBMIT_MOBILE_CODE);
        run.enterCode();

        assertThat(run.association())
                .hasPassedInOrder(
                        "AssociationRequested",
                        "RegisterAssociation",
                        "LimitAttempts",
                        "FindVerifiedAccount",
                        "AssociateIdentity",
                        "Verified")
                .hasPassed("ConfirmMobile")
                .hasNotPassed("AskForMobile", "MobileBound", "AccountNotVerified", "AccountNoLongerVerified")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED);
        Binding source = cases.bindingOf(owner);
        Binding derived = cases.bindingOf(run.applicant());
        assertThat(derived.method()).isEqualTo(VerificationMethod.ASSOCIATION);
        assertThat(derived.identity()).isEqualTo(source.identity());
        assertThat(derived.person()).isEqualTo(source.person());
        assertThat(derived.site()).isEqualTo(ELSEWHERE);
        assertThat(sourceOf(derived)).contains(source.id());
        assertThat(sandbox.calls().of("BankCard4EVerification")).isEqualTo(1);
    }

    @Test
    void codeGoesToTheVerifiedAccountsNumberAlone() {
        Applicant owner = cases.holder();
        Applicant stranger = runs.somebody();
        int before = sandbox.inbox().messages(owner.mobile()).size();

        ProcessRun run =
                runs.associate(stranger, ELSEWHERE, owner.account(), null).execute("SendMobileCode");

        assertThat(run.messages()).as("to the applicant's own number").isEmpty();
        assertThat(sandbox.inbox().messages(owner.mobile())).hasSize(before + 1);
    }

    @Test
    void accountThatIsAssociatedItselfMayBeNamed() {
        Applicant owner = cases.holder();
        ProcessRun first = associate(owner).confirmMobile();
        Applicant associated = first.applicant();
        runs.put(associated.account(), ELSEWHERE, AccountKind.PERSONAL, owner.mobile());

        ProcessRun second = runs.associate(
                        owner.withAccount(owner.account() + "_third"), "JD_FINANCE", associated.account(), null)
                .confirmMobile();

        assertEnded(second, OutcomeCode.VERIFIED);
        assertThat(sourceOf(cases.bindingOf(second.applicant())))
                .contains(cases.bindingOf(associated).id());
    }

    // Answered at once

    @Test
    void unknownUnverifiedAndEnterpriseAccountsAreNotVerified() {
        Applicant unverified = runs.somebody();
        cases.has(unverified, unverified.mobile());
        Applicant enterprise = cases.holder();
        runs.put(enterprise.account(), HOME, AccountKind.ENTERPRISE, enterprise.mobile());
        int sent = sandbox.calls().of(SEND);

        for (String named : List.of("nobody_knows_it", unverified.account(), enterprise.account())) {
            ProcessRun run = runs.associate(runs.somebody(), ELSEWHERE, named, null);

            assertThat(run.association())
                    .hasPassedInOrder("FindVerifiedAccount", "AccountNotVerified")
                    .hasNotPassed("ConfirmMobile", "AskForMobile")
                    .isEnded();
            assertEnded(run, OutcomeCode.ACCOUNT_NOT_VERIFIED);
            assertThat(run.outcome().options()).isEmpty();
            assertThat(run.outcome().account()).isNull();
        }
        assertThat(sandbox.calls().of(SEND)).isEqualTo(sent);
    }

    @Test
    void eleventhApplicationOfADayIsOneTooManyWhateverIsNamed() {
        Applicant owner = cases.holder();
        Applicant applicant = owner.withAccount(owner.account() + "_cloud");
        assertThat(runs.apply(applicant, ELSEWHERE).outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);
        for (int n = 2; n <= 10; n++) {
            assertEnded(runs.associate(applicant, ELSEWHERE, "guess_" + n, null), OutcomeCode.ACCOUNT_NOT_VERIFIED);
        }

        ProcessRun eleventh = associate(owner);

        assertThat(eleventh.association())
                .hasPassedInOrder("RegisterAssociation", "LimitAttempts", "TooManyAttempts")
                .hasNotPassed("FindVerifiedAccount")
                .isEnded();
        assertEnded(eleventh, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    void accountCannotBeAssociatedWithItself() {
        Applicant applicant = runs.somebody();

        ProcessRun run = runs.associate(applicant, ELSEWHERE, applicant.account(), null);

        assertEnded(run, OutcomeCode.ACCOUNT_NOT_VERIFIED);
    }

    @Test
    void identityBoundAtTheApplicantsSiteIsToldMasked() {
        Applicant owner = cases.holder();

        ProcessRun run = runs.associate(owner.withAccount(owner.account() + "_other"), HOME, owner.account(), null)
                .execute("SendMobileCode");
        assertThat(run.application().status()).as("before the code").isEqualTo(ApplicationStatus.ACTION_REQUIRED);
        run.enterCode();

        assertThat(run.association())
                .hasPassedInOrder("FindVerifiedAccount", "AssociateIdentity", "IdentityBoundToAnotherAccount")
                .isEnded();
        assertEnded(run, OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);
        assertThat(run.outcome().options()).containsExactly(OutcomeOption.APPEAL, OutcomeOption.CUSTOMER_SERVICE);
        assertThat(run.outcome().account())
                .isEqualTo(new UserName(owner.account()).masked())
                .isNotEqualTo(owner.account());
    }

    @Test
    void numberThatReplacedAnotherProvesNothingForADay() {
        Applicant owner = cases.holder();
        Applicant renumbered = owner.withMobile(runs.somebody().mobile());
        cases.has(owner, renumbered.mobile());
        int sent = sandbox.calls().of(SEND);

        ProcessRun run = associate(renumbered);

        assertThat(run.association())
                .hasPassedInOrder("FindVerifiedAccount", "MobileTooNew")
                .hasNotPassed("ConfirmMobile")
                .isEnded();
        assertEnded(run, OutcomeCode.MOBILE_CHANGED_RECENTLY);
        assertThat(run.outcome().availableFrom())
                .isEqualTo(changedAt(owner.account()).plus(PROVES_AFTER));
        assertThat(sandbox.calls().of(SEND)).isEqualTo(sent);

        changedBefore(owner.account(), "24 hours");
        ProcessRun later = associate(renumbered).confirmMobile();
        assertEnded(later, OutcomeCode.VERIFIED);
    }

    @Test
    void numberThatIsAMinuteShortOfADayProvesNothingYet() {
        Applicant owner = cases.holder();
        Applicant renumbered = owner.withMobile(runs.somebody().mobile());
        cases.has(owner, renumbered.mobile());
        changedBefore(owner.account(), "23 hours 59 minutes");

        assertEnded(associate(renumbered), OutcomeCode.MOBILE_CHANGED_RECENTLY);
    }

    // The verified account has no number

    @Test
    void associationGoesOnByItselfOnceTheAccountHasItsFirstNumber() {
        Applicant owner = cases.verified();
        Instant before = Instant.now();
        ProcessRun run = associate(owner);
        assertMobileAskedFor(run, before);
        assertThat(sandbox.inbox().messages(owner.mobile())).hasSize(1);

        cases.has(owner, owner.mobile());

        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(run.application().action()).isNull();
        run.execute("MobileBound");
        assertThat(run.association()).isWaitingAt("ConfirmMobile");
        run.confirmMobile();

        assertThat(run.association())
                .hasPassedInOrder(
                        "FindVerifiedAccount",
                        "AskForMobile",
                        "MobileBound",
                        "FindVerifiedAccount",
                        "AssociateIdentity",
                        "Verified")
                .hasPassed("ConfirmMobile")
                .hasNotPassed("MobileDeadline", "NoMobileInTime")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED);
    }

    @Test
    void everybodyWhoWaitsForTheNumberGoesOn() {
        Applicant owner = cases.verified();
        Applicant another = cases.verified();
        ProcessRun cloud = associate(owner);
        ProcessRun finance =
                runs.associate(owner.withAccount(owner.account() + "_finance"), "JD_FINANCE", owner.account(), null);
        ProcessRun waiting = associate(another);

        cases.has(owner, owner.mobile());

        cloud.execute("MobileBound").confirmMobile();
        finance.execute("MobileBound").confirmMobile();
        assertEnded(cloud, OutcomeCode.VERIFIED);
        assertEnded(finance, OutcomeCode.VERIFIED);
        assertThat(waiting.association()).isWaitingAt("WaitForMobile");
    }

    @Test
    void putWithoutANumberMovesNobody() {
        Applicant owner = cases.verified();
        Instant before = Instant.now();
        ProcessRun run = associate(owner);

        cases.has(owner, null);

        assertMobileAskedFor(run, before);
        assertThat(run.association()).hasNotPassed("MobileBound");
    }

    @Test
    void numberThatWasTakenAwayAndGivenAgainIsTooNew() {
        Applicant owner = cases.holder();
        cases.has(owner, null);
        ProcessRun run = associate(owner);
        assertThat(run.association()).isWaitingAt("WaitForMobile");

        cases.has(owner, owner.mobile());
        run.execute("MobileBound");

        assertThat(run.association())
                .hasPassedInOrder("MobileBound", "FindVerifiedAccount", "MobileTooNew")
                .hasNotPassed("ConfirmMobile")
                .isEnded();
        assertEnded(run, OutcomeCode.MOBILE_CHANGED_RECENTLY);
        assertThat(run.outcome().availableFrom())
                .isEqualTo(changedAt(owner.account()).plus(PROVES_AFTER));
    }

    /** The number came and went before the job that acts upon it. */
    @Test
    void numberThatIsGoneAgainIsAskedForAnew() {
        Applicant owner = cases.verified();
        ProcessRun run = associate(owner);
        cases.has(owner, owner.mobile());
        cases.has(owner, null);

        Instant before = Instant.now();
        run.execute("MobileBound");

        assertMobileAskedFor(run, before);
    }

    @Test
    void accountThatIsReleasedWhileItsNumberIsWaitedForIsNotVerified() {
        Applicant owner = cases.verified();
        ProcessRun run = associate(owner);
        cases.release(owner);

        cases.has(owner, owner.mobile());
        run.execute("MobileBound");

        assertThat(run.association()).hasPassed("AccountNotVerified").isEnded();
        assertEnded(run, OutcomeCode.ACCOUNT_NOT_VERIFIED);
    }

    @Test
    void noNumberComesInTime() {
        ProcessRun run = associate(cases.verified());
        assertThat(run.jobAt("MobileDeadline").getDuedate().toInstant())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(24)).minusSeconds(5),
                        Instant.now().plus(Duration.ofHours(24)).plusSeconds(5));

        run.execute("MobileDeadline");

        assertThat(run.association())
                .hasPassedInOrder("AskForMobile", "MobileDeadline", "NoMobileInTime")
                .hasNotPassed("MobileBound", "ConfirmMobile")
                .isEnded();
        assertEnded(run, OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE);
    }

    @Test
    void numberThatComesAfterTheEndMovesNothing() {
        Applicant owner = cases.verified();
        ProcessRun run = associate(owner).execute("MobileDeadline");

        cases.has(owner, owner.mobile());

        assertEnded(run, OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE);
    }

    /** Who is told of the number may have ended in the very moment before. */
    @Test
    void applicationThatEndedDoesNotProceed() {
        ProcessRun run = associate(cases.verified()).withdraw();

        transaction.executeWithoutResult(status -> runs.applications().proceed(run.id()));

        assertEnded(run, OutcomeCode.WITHDRAWN);
    }

    // The code

    @Test
    void numberThatIsNotConfirmedEndsTheApplicationWithTheReason() {
        ProcessRun run = associate(cases.holder()).execute("SendMobileCode");
        for (int n = 1; n <= 5; n++) {
            run.enterWrongCode();
        }

        assertThat(run.association())
                .hasPassedInOrder("MobileNotConfirmed", "MobileCodeFailed")
                .hasPassed("ConfirmMobile")
                .hasNotPassed("AssociateIdentity")
                .isEnded();
        assertEnded(run, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.TOO_MANY_WRONG_CODES);
        assertThat(registry.bindingOf(run.applicant().account()).isPresent()).isFalse();
    }

    @Test
    void nobodyEntersTheCodeInTime() {
        ProcessRun run = associate(cases.holder()).execute("SendMobileCode").execute("ConfirmationDeadline");

        assertThat(run.association())
                .hasPassedInOrder("ConfirmationExpired", "ConfirmationTimedOut")
                .hasNotPassed("AssociateIdentity")
                .isEnded();
        assertEnded(run, OutcomeCode.EXPIRED);
    }

    /** A code that an association was sent is good for that one alone. */
    @Test
    void codeOfAnotherAssociationIsWrong() {
        Applicant owner = cases.holder();
        ProcessRun other = runs.associate(
                        owner.withAccount(owner.account() + "_finance"), "JD_FINANCE", owner.account(), null)
                .execute("SendMobileCode");
        String code = other.lastCode();
        ProcessRun run = associate(owner).execute("SendMobileCode");

        if (!code.equals(run.lastCode())) { // once in a million they are the same
            run.enterCode(code);

            assertThat(run.association()).isWaitingAt("ConfirmMobile");
            assertThat(registry.bindingOf(run.applicant().account()).isPresent())
                    .isFalse();
        }
    }

    // What changed while the code was under way

    @Test
    void verifiedAccountThatWasReleasedMeanwhileIsNoLongerVerified() {
        assertGoneMeanwhile(cases::release);
    }

    /** Its binding is another one now, even if it is about the same person. */
    @Test
    void verifiedAccountThatWasVerifiedAnewMeanwhileIsNotTheOneThatWasProved() {
        assertGoneMeanwhile(owner -> {
            Binding old = cases.bindingOf(owner);
            cases.release(owner);
            UUID application = runs.jdbc()
                    .sql("select application from binding where id = ?")
                    .param(old.id())
                    .query(UUID.class)
                    .single();
            BindResult bound = transaction.execute(status -> registry.bindFree(
                    new BindingSubject(
                            old.identity(),
                            old.person(),
                            new UserName(owner.account()),
                            new Site(old.site()),
                            application),
                    VerificationMethod.BANK_CARD));
            assertThat(bound).isEqualTo(BindResult.BOUND);
        });
    }

    @Test
    void verifiedAccountThatBecameAnEnterprisesMeanwhileIsNoLongerVerified() {
        assertGoneMeanwhile(owner -> runs.put(owner.account(), HOME, AccountKind.ENTERPRISE, owner.mobile()));
    }

    private void assertGoneMeanwhile(Consumer<Applicant> change) {
        Applicant owner = cases.holder();
        ProcessRun run = associate(owner).execute("SendMobileCode");
        change.accept(owner);

        run.enterCode();

        assertThat(run.association())
                .hasPassedInOrder("AssociateIdentity", "AccountNoLongerVerified")
                .isEnded();
        assertEnded(run, OutcomeCode.ACCOUNT_NOT_VERIFIED);
        assertThat(registry.bindingOf(run.applicant().account()).isPresent()).isFalse();
    }

    static Stream<Named<UnaryOperator<@Nullable String>>> otherNumbers() {
        return Stream.of(
                Named.of("replaced", own -> own.startsWith("138") ? "137" + own.substring(3) : own),
                Named.of("taken away", own -> null));
    }

    @ParameterizedTest
    @MethodSource("otherNumbers")
    void numberThatChangedMeanwhileProvesNothing(UnaryOperator<@Nullable String> change) {
        Applicant owner = cases.holder();
        ProcessRun run = associate(owner).execute("SendMobileCode");
        cases.has(owner, change.apply(owner.mobile()));

        run.enterCode();

        assertChangedMeanwhile(run, owner);
    }

    @Test
    void numberThatWasAwayMeanwhileProvesNothing() {
        Applicant owner = cases.holder();
        ProcessRun run = associate(owner).execute("SendMobileCode");
        cases.has(owner, null);
        cases.has(owner, owner.mobile());

        run.enterCode();

        assertChangedMeanwhile(run, owner);
    }

    private void assertChangedMeanwhile(ProcessRun run, Applicant owner) {
        assertThat(run.association())
                .hasPassedInOrder("AssociateIdentity", "MobileChangedMeanwhile")
                .isEnded();
        assertEnded(run, OutcomeCode.MOBILE_CHANGED_RECENTLY);
        assertThat(run.outcome().availableFrom())
                .isEqualTo(changedAt(owner.account()).plus(PROVES_AFTER));
        assertThat(registry.bindingOf(run.applicant().account()).isPresent()).isFalse();
    }

    @Test
    void sameNumberStatedAgainMeanwhileChangesNothing() {
        Applicant owner = cases.holder();
        ProcessRun run = associate(owner).execute("SendMobileCode");
        cases.has(owner, owner.mobile());

        run.enterCode();

        assertEnded(run, OutcomeCode.VERIFIED);
    }

    @Test
    void associationThatWonMeanwhileIsToldMasked() {
        Applicant owner = cases.holder();
        ProcessRun slow = associate(owner).execute("SendMobileCode");
        String code = slow.lastCode();
        ProcessRun fast = runs.associate(owner.withAccount(owner.account() + "_fast"), ELSEWHERE, owner.account(), null)
                .confirmMobile();
        assertEnded(fast, OutcomeCode.VERIFIED);

        slow.enterCode(code);

        assertThat(slow.association())
                .hasPassedInOrder("AssociateIdentity", "IdentityBoundToAnotherAccount")
                .isEnded();
        assertEnded(slow, OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);
        assertThat(slow.outcome().options()).containsExactly(OutcomeOption.APPEAL, OutcomeOption.CUSTOMER_SERVICE);
        assertThat(slow.outcome().account())
                .isEqualTo(new UserName(fast.applicant().account()).masked());
        assertThat(slow.incidents()).isEmpty();
    }

    // It follows another application

    @Test
    void associationTakesUpAnApplicationThatEndedOccupied() {
        Applicant owner = cases.holder();
        ProcessRun occupied = occupied(owner);

        ProcessRun run = runs.associate(occupied.applicant(), ELSEWHERE, owner.account(), occupied.id())
                .confirmMobile();

        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(followed(run)).isEqualTo(occupied.id());
    }

    @Test
    void associationTakesUpOneThatEndedWithTheIdentityBoundElsewhere() {
        Applicant owner = cases.holder();
        ProcessRun first = associate(owner).confirmMobile();
        Applicant late = owner.withAccount(owner.account() + "_late");
        ProcessRun refused =
                runs.associate(late, ELSEWHERE, owner.account(), null).confirmMobile();
        assertEnded(refused, OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);
        cases.release(first.applicant());

        ProcessRun run =
                runs.associate(late, ELSEWHERE, owner.account(), refused.id()).confirmMobile();

        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(followed(run)).isEqualTo(refused.id());
    }

    /** Who said to be one person does not become another. */
    @Test
    void associationDoesNotGoOnWithAnotherPerson() {
        ProcessRun occupied = occupied(cases.holder());
        Applicant somebodyElse = cases.holder();

        ProcessRun run = runs.associate(occupied.applicant(), ELSEWHERE, somebodyElse.account(), occupied.id());

        assertThat(run.association()).hasPassed("AccountNotVerified").isEnded();
        assertEnded(run, OutcomeCode.ACCOUNT_NOT_VERIFIED);
    }

    @Test
    void applicationOfAnotherClientCannotBeFollowed() {
        Applicant owner = cases.holder();
        Applicant applicant = owner.withAccount(owner.account() + "_console");
        runs.put(applicant.account(), ELSEWHERE, AccountKind.PERSONAL, null);
        UUID others = runs.startAs(
                "console", ApplicationKind.NEW_USER, applicant.application().toString());
        assertThat(runs.applications().find(others, "console"))
                .hasValueSatisfying(application -> assertThat(application.outcome())
                        .hasFieldOrPropertyWithValue("code", OutcomeCode.IDENTITY_OCCUPIED));

        assertCannotBeFollowed(applicant, owner, others);
    }

    @Test
    void applicationOfAnotherAccountCannotBeFollowed() {
        Applicant owner = cases.holder();
        ProcessRun occupied = occupied(owner);

        assertCannotBeFollowed(owner.withAccount(owner.account() + "_another"), owner, occupied.id());
    }

    @Test
    void applicationThatEndedOtherwiseCannotBeFollowed() {
        Applicant owner = cases.holder();
        ProcessRun withdrawn = associate(owner).withdraw();

        assertCannotBeFollowed(withdrawn.applicant(), owner, withdrawn.id());
    }

    @Test
    void applicationThatNobodyMadeCannotBeFollowed() {
        Applicant owner = cases.holder();

        assertCannotBeFollowed(owner.withAccount(owner.account() + "_new"), owner, UUID.randomUUID());
    }

    private void assertCannotBeFollowed(Applicant applicant, Applicant owner, UUID follows) {
        Map<String, Object> before = runs.stored();

        assertThatThrownBy(() -> runs.associate(applicant, ELSEWHERE, owner.account(), follows))
                .asInstanceOf(InstanceOfAssertFactories.type(RefusalException.class))
                .extracting(RefusalException::refusal)
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_APPLICATION);
                    assertThat(refusal.errors()).containsExactly(new FieldError("/follows", "CANNOT_BE_FOLLOWED"));
                });

        assertThat(runs.stored()).isEqualTo(before);
    }

    // Who may not apply

    @Test
    void accountThatIsVerifiedMayNotApply() {
        Applicant owner = cases.holder();
        Applicant another = cases.verified();

        Refused.with(RefusalCode.ACCOUNT_ALREADY_VERIFIED, () -> runs.associate(another, HOME, owner.account(), null));
    }

    @Test
    void accountWithAnotherApplicationUnderWayMayNotApply() {
        Applicant owner = cases.holder();
        ProcessRun run = associate(owner);

        Refused.with(
                RefusalCode.APPLICATION_IN_PROGRESS,
                () -> runs.associate(run.applicant(), ELSEWHERE, owner.account(), null));
    }

    // The applicant withdraws

    static Stream<Arguments> waits() {
        return Stream.of(
                wait("the code goes out", true, (test, run) -> {}),
                wait("the code is entered", true, (test, run) -> run.execute("SendMobileCode")),
                wait("the verified account gets a number", false, (test, run) -> {}),
                wait("the number is acted upon", false, AssociateVerifiedAccountTest::bindMobile));
    }

    private static Arguments wait(
            String name, boolean hasMobile, BiConsumer<AssociateVerifiedAccountTest, ProcessRun> way) {
        return Arguments.of(Named.of(name, way), hasMobile);
    }

    private void bindMobile(ProcessRun run) {
        String verifiedAccount = runs.jdbc()
                .sql("select verified_account from application where id = ?")
                .param(run.id())
                .query(String.class)
                .single();
        runs.put(verifiedAccount, HOME, AccountKind.PERSONAL, run.applicant().mobile());
        assertThat(run.jobAt("MobileBound")).isNotNull();
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(BiConsumer<AssociateVerifiedAccountTest, ProcessRun> way, boolean hasMobile) {
        ProcessRun run = associate(hasMobile ? cases.holder() : cases.verified());
        way.accept(this, run);

        run.withdraw();

        assertThat(run.association())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .hasNotPassed("Verified")
                .isEnded();
        assertEnded(run, OutcomeCode.WITHDRAWN);
        assertThat(runs.jdbc()
                        .sql("select mobile is null and person is null from application where id = ?")
                        .param(run.id())
                        .query(Boolean.class)
                        .single())
                .as("number and person are forgotten")
                .isTrue();
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, run::withdraw);
    }

    // What all of it is about

    /** An account of the same person at {@link #ELSEWHERE} applies. */
    private ProcessRun associate(Applicant owner) {
        return runs.associate(owner.withAccount(owner.account() + "_cloud"), ELSEWHERE, owner.account(), null);
    }

    /** An account of the same person at {@link #ELSEWHERE} was told that the identity is occupied. */
    private ProcessRun occupied(Applicant owner) {
        ProcessRun run = runs.apply(owner.withAccount(owner.account() + "_cloud"), ELSEWHERE);
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);
        assertThat(run.outcome().options()).contains(OutcomeOption.ASSOCIATE);
        return run;
    }

    private Optional<UUID> sourceOf(Binding binding) {
        return runs.jdbc()
                .sql("select source from binding where id = ?")
                .param(binding.id())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }

    private UUID followed(ProcessRun run) {
        return runs.jdbc()
                .sql("select follows from application where id = ?")
                .param(run.id())
                .query(UUID.class)
                .single();
    }

    private Instant changedAt(String account) {
        return runs.jdbc()
                .sql("select mobile_changed_at from account where user_name = ?")
                .param(account)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void changedBefore(String account, String interval) {
        assertThat(runs.jdbc()
                        .sql("update account set mobile_changed_at = now() - ?::interval where user_name = ?")
                        .params(interval, account)
                        .update())
                .isEqualTo(1);
    }

    private static void assertMobileAskedFor(ProcessRun run, Instant before) {
        assertThat(run.association())
                .hasPassedInOrder("FindVerifiedAccount", "AskForMobile")
                .hasNotPassed("ConfirmMobile")
                .isWaitingAt("WaitForMobile");
        Action action = assertAskedFor(run, ActionType.BIND_MOBILE);
        assertDue(action.expiresAt(), before, Duration.ofHours(24));
    }
}
