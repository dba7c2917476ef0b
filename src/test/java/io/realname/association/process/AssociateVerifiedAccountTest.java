package io.realname.association.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.app.Releases;
import io.realname.application.Action;
import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeOption;
import io.realname.application.OutcomeReason;
import io.realname.identity.BindResult;
import io.realname.identity.Binding;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.process.PathCoverage;
import io.realname.process.ProcessTest;
import io.realname.process.Walk;
import io.realname.process.Walks;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through {@code associate-verified-account.bpmn}; the whole class together takes each node and flow of it. */
@ProcessTest
class AssociateVerifiedAccountTest {

    private static final String SEND = "SendSms";
    private static final String HOME = "JD_MALL";
    private static final String SITE = "JD_CLOUD";
    private static final Duration PROVES_AFTER = Duration.ofHours(24);

    @Autowired
    private Walks walks;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private AccountDirectory accounts;

    @Autowired
    private IdentityRegistry registry;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    static void nothingIsReached(@Autowired PathCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyNodeAndFlowIsReached(@Autowired PathCoverage coverage) {
        assertThat(coverage.missing(AssociateVerifiedAccount.KEY)).isEmpty();
    }

    @BeforeEach
    void refresh() {
        walks.refresh();
    }

    // The usual way

    @Test
    void codeIsRightAndTheAccountHasTheSameRealNameInformation() {
        Applicant owner = verifiedWithMobile();

        Walk walk = associate(owner);
        assertThat(walk.association()).isWaitingAt("ConfirmMobile");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        walk.run("SendMobileCode");
        assertThat(walk.application().action()).extracting(Action::type).isEqualTo(ActionType.SUBMIT_MOBILE_CODE);
        walk.enterCode();

        assertThat(walk.association())
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
        assertEnded(walk, OutcomeCode.VERIFIED);
        Binding source = bindingOf(owner.account());
        Binding derived = bindingOf(walk.applicant().account());
        assertThat(derived.method()).isEqualTo(VerificationMethod.ASSOCIATION);
        assertThat(derived.identity()).isEqualTo(source.identity());
        assertThat(derived.person()).isEqualTo(source.person());
        assertThat(derived.site()).isEqualTo(SITE);
        assertThat(sourceOf(derived)).contains(source.id());
        assertThat(sandbox.calls().of("BankCard4EVerification")).isEqualTo(1);
    }

    @Test
    void codeGoesToTheVerifiedAccountsNumberAlone() {
        Applicant owner = verifiedWithMobile();
        Applicant stranger = walks.somebody();
        int before = sandbox.inbox().messages(owner.mobile()).size();

        Walk walk = walks.associate(stranger, SITE, owner.account(), null).run("SendMobileCode");

        assertThat(walk.messages()).as("to the applicant's own number").isEmpty();
        assertThat(sandbox.inbox().messages(owner.mobile())).hasSize(before + 1);
    }

    @Test
    void accountThatIsAssociatedItselfMayBeNamed() {
        Applicant owner = verifiedWithMobile();
        Walk first = associate(owner).confirmMobile();
        String associated = first.applicant().account();
        walks.put(associated, SITE, AccountKind.PERSONAL, owner.mobile());

        Walk second = walks.associate(owner.withAccount(owner.account() + "_third"), "JD_FINANCE", associated, null)
                .confirmMobile();

        assertEnded(second, OutcomeCode.VERIFIED);
        assertThat(sourceOf(bindingOf(second.applicant().account())))
                .contains(bindingOf(associated).id());
    }

    // Answered at once

    @Test
    void unknownUnverifiedAndEnterpriseAccountsAreNotVerified() {
        Applicant unverified = walks.somebody();
        walks.put(unverified.account(), HOME, AccountKind.PERSONAL, unverified.mobile());
        Applicant enterprise = verifiedWithMobile();
        walks.put(enterprise.account(), HOME, AccountKind.ENTERPRISE, enterprise.mobile());
        int sent = sandbox.calls().of(SEND);

        for (String named : List.of("nobody_knows_it", unverified.account(), enterprise.account())) {
            Walk walk = walks.associate(walks.somebody(), SITE, named, null);

            assertThat(walk.association())
                    .hasPassedInOrder("FindVerifiedAccount", "AccountNotVerified")
                    .hasNotPassed("ConfirmMobile", "AskForMobile")
                    .isEnded();
            assertEnded(walk, OutcomeCode.ACCOUNT_NOT_VERIFIED);
            assertThat(walk.outcome().options()).isEmpty();
            assertThat(walk.outcome().account()).isNull();
        }
        assertThat(sandbox.calls().of(SEND)).isEqualTo(sent);
    }

    @Test
    void eleventhApplicationOfADayIsOneTooManyWhateverIsNamed() {
        Applicant owner = verifiedWithMobile();
        Applicant applicant = owner.withAccount(owner.account() + "_cloud");
        assertThat(walks.apply(applicant, SITE).outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);
        for (int n = 2; n <= 10; n++) {
            assertEnded(walks.associate(applicant, SITE, "guess_" + n, null), OutcomeCode.ACCOUNT_NOT_VERIFIED);
        }

        Walk eleventh = associate(owner);

        assertThat(eleventh.association())
                .hasPassedInOrder("RegisterAssociation", "LimitAttempts", "TooManyAttempts")
                .hasNotPassed("FindVerifiedAccount")
                .isEnded();
        assertEnded(eleventh, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    void accountCannotBeAssociatedWithItself() {
        Applicant applicant = walks.somebody();

        Walk walk = walks.associate(applicant, SITE, applicant.account(), null);

        assertEnded(walk, OutcomeCode.ACCOUNT_NOT_VERIFIED);
    }

    @Test
    void identityBoundAtTheApplicantsSiteIsToldMasked() {
        Applicant owner = verifiedWithMobile();

        Walk walk = walks.associate(owner.withAccount(owner.account() + "_other"), HOME, owner.account(), null)
                .run("SendMobileCode");
        assertThat(walk.application().status()).as("before the code").isEqualTo(ApplicationStatus.ACTION_REQUIRED);
        walk.enterCode();

        assertThat(walk.association())
                .hasPassedInOrder("FindVerifiedAccount", "AssociateIdentity", "IdentityBoundToAnotherAccount")
                .isEnded();
        assertEnded(walk, OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);
        assertThat(walk.outcome().options()).containsExactly(OutcomeOption.APPEAL, OutcomeOption.CUSTOMER_SERVICE);
        assertThat(walk.outcome().account())
                .isEqualTo(new UserName(owner.account()).masked())
                .isNotEqualTo(owner.account());
    }

    @Test
    void numberThatReplacedAnotherProvesNothingForADay() {
        Applicant owner = verifiedWithMobile();
        Applicant renumbered = owner.withMobile(walks.somebody().mobile());
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, renumbered.mobile());
        int sent = sandbox.calls().of(SEND);

        Walk walk = associate(renumbered);

        assertThat(walk.association())
                .hasPassedInOrder("FindVerifiedAccount", "MobileTooNew")
                .hasNotPassed("ConfirmMobile")
                .isEnded();
        assertEnded(walk, OutcomeCode.MOBILE_CHANGED_RECENTLY);
        assertThat(walk.outcome().availableFrom())
                .isEqualTo(changedAt(owner.account()).plus(PROVES_AFTER));
        assertThat(sandbox.calls().of(SEND)).isEqualTo(sent);

        changedBefore(owner.account(), "24 hours");
        Walk later = associate(renumbered).confirmMobile();
        assertEnded(later, OutcomeCode.VERIFIED);
    }

    @Test
    void numberThatIsAMinuteShortOfADayProvesNothingYet() {
        Applicant owner = verifiedWithMobile();
        Applicant renumbered = owner.withMobile(walks.somebody().mobile());
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, renumbered.mobile());
        changedBefore(owner.account(), "23 hours 59 minutes");

        assertEnded(associate(renumbered), OutcomeCode.MOBILE_CHANGED_RECENTLY);
    }

    // The verified account has no number

    @Test
    void associationGoesOnByItselfOnceTheAccountHasItsFirstNumber() {
        Applicant owner = verified();
        Instant before = Instant.now();
        Walk walk = associate(owner);
        assertMobileAskedFor(walk, before);
        assertThat(sandbox.inbox().messages(owner.mobile())).hasSize(1);

        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());

        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(walk.application().action()).isNull();
        walk.run("MobileBound");
        assertThat(walk.association()).isWaitingAt("ConfirmMobile");
        walk.confirmMobile();

        assertThat(walk.association())
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
        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    @Test
    void everybodyWhoWaitsForTheNumberGoesOn() {
        Applicant owner = verified();
        Applicant another = verified();
        Walk cloud = associate(owner);
        Walk finance =
                walks.associate(owner.withAccount(owner.account() + "_finance"), "JD_FINANCE", owner.account(), null);
        Walk waiting = associate(another);

        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());

        cloud.run("MobileBound").confirmMobile();
        finance.run("MobileBound").confirmMobile();
        assertEnded(cloud, OutcomeCode.VERIFIED);
        assertEnded(finance, OutcomeCode.VERIFIED);
        assertThat(waiting.association()).isWaitingAt("WaitForMobile");
    }

    @Test
    void putWithoutANumberMovesNobody() {
        Applicant owner = verified();
        Instant before = Instant.now();
        Walk walk = associate(owner);

        walks.put(owner.account(), HOME, AccountKind.PERSONAL, null);

        assertMobileAskedFor(walk, before);
        assertThat(walk.association()).hasNotPassed("MobileBound");
    }

    @Test
    void numberThatWasTakenAwayAndGivenAgainIsTooNew() {
        Applicant owner = verifiedWithMobile();
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, null);
        Walk walk = associate(owner);
        assertThat(walk.association()).isWaitingAt("WaitForMobile");

        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());
        walk.run("MobileBound");

        assertThat(walk.association())
                .hasPassedInOrder("MobileBound", "FindVerifiedAccount", "MobileTooNew")
                .hasNotPassed("ConfirmMobile")
                .isEnded();
        assertEnded(walk, OutcomeCode.MOBILE_CHANGED_RECENTLY);
        assertThat(walk.outcome().availableFrom())
                .isEqualTo(changedAt(owner.account()).plus(PROVES_AFTER));
    }

    /** The number came and went before the job that acts upon it. */
    @Test
    void numberThatIsGoneAgainIsAskedForAnew() {
        Applicant owner = verified();
        Walk walk = associate(owner);
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, null);

        Instant before = Instant.now();
        walk.run("MobileBound");

        assertMobileAskedFor(walk, before);
    }

    @Test
    void accountThatIsReleasedWhileItsNumberIsWaitedForIsNotVerified() {
        Applicant owner = verified();
        Walk walk = associate(owner);
        release(owner);

        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());
        walk.run("MobileBound");

        assertThat(walk.association()).hasPassed("AccountNotVerified").isEnded();
        assertEnded(walk, OutcomeCode.ACCOUNT_NOT_VERIFIED);
    }

    @Test
    void noNumberComesInTime() {
        Walk walk = associate(verified());
        assertThat(walk.jobAt("MobileDeadline").getDuedate().toInstant())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(24)).minusSeconds(5),
                        Instant.now().plus(Duration.ofHours(24)).plusSeconds(5));

        walk.run("MobileDeadline");

        assertThat(walk.association())
                .hasPassedInOrder("AskForMobile", "MobileDeadline", "NoMobileInTime")
                .hasNotPassed("MobileBound", "ConfirmMobile")
                .isEnded();
        assertEnded(walk, OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE);
    }

    @Test
    void numberThatComesAfterTheEndMovesNothing() {
        Applicant owner = verified();
        Walk walk = associate(owner).run("MobileDeadline");

        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());

        assertEnded(walk, OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE);
    }

    /** Who is told of the number may have ended in the very moment before. */
    @Test
    void applicationThatEndedDoesNotProceed() {
        Walk walk = associate(verified()).withdraw();

        transaction.executeWithoutResult(status -> walks.applications().proceed(walk.id()));

        assertEnded(walk, OutcomeCode.WITHDRAWN);
    }

    // The code

    @Test
    void numberThatIsNotConfirmedEndsTheApplicationWithTheReason() {
        Walk walk = associate(verifiedWithMobile()).run("SendMobileCode");
        for (int n = 1; n <= 5; n++) {
            walk.enterWrongCode();
        }

        assertThat(walk.association())
                .hasPassedInOrder("MobileNotConfirmed", "MobileCodeFailed")
                .hasPassed("ConfirmMobile")
                .hasNotPassed("AssociateIdentity")
                .isEnded();
        assertEnded(walk, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.TOO_MANY_WRONG_CODES);
        assertThat(registry.isVerified(walk.applicant().account())).isFalse();
    }

    @Test
    void nobodyEntersTheCodeInTime() {
        Walk walk = associate(verifiedWithMobile()).run("SendMobileCode").run("ConfirmationDeadline");

        assertThat(walk.association())
                .hasPassedInOrder("ConfirmationExpired", "ConfirmationTimedOut")
                .hasNotPassed("AssociateIdentity")
                .isEnded();
        assertEnded(walk, OutcomeCode.EXPIRED);
    }

    /** A code that an association was sent is good for that one alone. */
    @Test
    void codeOfAnotherAssociationIsWrong() {
        Applicant owner = verifiedWithMobile();
        Walk other = walks.associate(
                        owner.withAccount(owner.account() + "_finance"), "JD_FINANCE", owner.account(), null)
                .run("SendMobileCode");
        String code = other.lastCode();
        Walk walk = associate(owner).run("SendMobileCode");

        if (!code.equals(walk.lastCode())) { // once in a million they are the same
            walk.enterCode(code);

            assertThat(walk.association()).isWaitingAt("ConfirmMobile");
            assertThat(registry.isVerified(walk.applicant().account())).isFalse();
        }
    }

    // What changed while the code was under way

    @Test
    void verifiedAccountThatWasReleasedMeanwhileIsNoLongerVerified() {
        assertGoneMeanwhile(this::release);
    }

    /** Its binding is another one now, even if it is about the same person. */
    @Test
    void verifiedAccountThatWasVerifiedAnewMeanwhileIsNotTheOneThatWasProved() {
        assertGoneMeanwhile(owner -> {
            Binding old = bindingOf(owner.account());
            release(owner);
            UUID application = walks.jdbc()
                    .sql("select application from binding where id = ?")
                    .param(old.id())
                    .query(UUID.class)
                    .single();
            BindResult bound = transaction.execute(status -> registry.bindFree(
                    old.identity(),
                    old.person(),
                    accounts.find(new UserName(owner.account())).orElseThrow(),
                    VerificationMethod.BANK_CARD,
                    application));
            assertThat(bound).isEqualTo(BindResult.BOUND);
        });
    }

    @Test
    void verifiedAccountThatBecameAnEnterprisesMeanwhileIsNoLongerVerified() {
        assertGoneMeanwhile(owner -> walks.put(owner.account(), HOME, AccountKind.ENTERPRISE, owner.mobile()));
    }

    private void assertGoneMeanwhile(Consumer<Applicant> change) {
        Applicant owner = verifiedWithMobile();
        Walk walk = associate(owner).run("SendMobileCode");
        change.accept(owner);

        walk.enterCode();

        assertThat(walk.association())
                .hasPassedInOrder("AssociateIdentity", "AccountNoLongerVerified")
                .isEnded();
        assertEnded(walk, OutcomeCode.ACCOUNT_NOT_VERIFIED);
        assertThat(registry.isVerified(walk.applicant().account())).isFalse();
    }

    static Stream<Named<UnaryOperator<@Nullable String>>> otherNumbers() {
        return Stream.of(
                Named.of("replaced", own -> own.startsWith("138") ? "137" + own.substring(3) : own),
                Named.of("taken away", own -> null));
    }

    @ParameterizedTest
    @MethodSource("otherNumbers")
    void numberThatChangedMeanwhileProvesNothing(UnaryOperator<@Nullable String> change) {
        Applicant owner = verifiedWithMobile();
        Walk walk = associate(owner).run("SendMobileCode");
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, change.apply(owner.mobile()));

        walk.enterCode();

        assertChangedMeanwhile(walk, owner);
    }

    @Test
    void numberThatWasAwayMeanwhileProvesNothing() {
        Applicant owner = verifiedWithMobile();
        Walk walk = associate(owner).run("SendMobileCode");
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, null);
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());

        walk.enterCode();

        assertChangedMeanwhile(walk, owner);
    }

    private void assertChangedMeanwhile(Walk walk, Applicant owner) {
        assertThat(walk.association())
                .hasPassedInOrder("AssociateIdentity", "MobileChangedMeanwhile")
                .isEnded();
        assertEnded(walk, OutcomeCode.MOBILE_CHANGED_RECENTLY);
        assertThat(walk.outcome().availableFrom())
                .isEqualTo(changedAt(owner.account()).plus(PROVES_AFTER));
        assertThat(registry.isVerified(walk.applicant().account())).isFalse();
    }

    @Test
    void sameNumberStatedAgainMeanwhileChangesNothing() {
        Applicant owner = verifiedWithMobile();
        Walk walk = associate(owner).run("SendMobileCode");
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());

        walk.enterCode();

        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    @Test
    void associationThatWonMeanwhileIsToldMasked() {
        Applicant owner = verifiedWithMobile();
        Walk slow = associate(owner).run("SendMobileCode");
        String code = slow.lastCode();
        Walk fast = walks.associate(owner.withAccount(owner.account() + "_fast"), SITE, owner.account(), null)
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
        Applicant owner = verifiedWithMobile();
        Walk occupied = occupied(owner);

        Walk walk = walks.associate(occupied.applicant(), SITE, owner.account(), occupied.id())
                .confirmMobile();

        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(followed(walk)).isEqualTo(occupied.id());
    }

    @Test
    void associationTakesUpOneThatEndedWithTheIdentityBoundElsewhere() {
        Applicant owner = verifiedWithMobile();
        Walk first = associate(owner).confirmMobile();
        Applicant late = owner.withAccount(owner.account() + "_late");
        Walk refused = walks.associate(late, SITE, owner.account(), null).confirmMobile();
        assertEnded(refused, OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);
        release(first.applicant());

        Walk walk = walks.associate(late, SITE, owner.account(), refused.id()).confirmMobile();

        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(followed(walk)).isEqualTo(refused.id());
    }

    /** Who said to be one person does not become another. */
    @Test
    void associationDoesNotGoOnWithAnotherPerson() {
        Walk occupied = occupied(verifiedWithMobile());
        Applicant somebodyElse = verifiedWithMobile();

        Walk walk = walks.associate(occupied.applicant(), SITE, somebodyElse.account(), occupied.id());

        assertThat(walk.association()).hasPassed("AccountNotVerified").isEnded();
        assertEnded(walk, OutcomeCode.ACCOUNT_NOT_VERIFIED);
    }

    @Test
    void applicationOfAnotherClientCannotBeFollowed() {
        Applicant owner = verifiedWithMobile();
        Applicant applicant = owner.withAccount(owner.account() + "_console");
        walks.put(applicant.account(), SITE, AccountKind.PERSONAL, null);
        UUID others = walks.startAs(
                "console", ApplicationKind.NEW_USER, applicant.application().toString());
        assertThat(walks.applications().find(others, "console"))
                .hasValueSatisfying(application -> assertThat(application.outcome())
                        .hasFieldOrPropertyWithValue("code", OutcomeCode.IDENTITY_OCCUPIED));

        assertCannotBeFollowed(applicant, owner, others);
    }

    @Test
    void applicationOfAnotherAccountCannotBeFollowed() {
        Applicant owner = verifiedWithMobile();
        Walk occupied = occupied(owner);

        assertCannotBeFollowed(owner.withAccount(owner.account() + "_another"), owner, occupied.id());
    }

    @Test
    void applicationThatEndedOtherwiseCannotBeFollowed() {
        Applicant owner = verifiedWithMobile();
        Walk withdrawn = associate(owner).withdraw();

        assertCannotBeFollowed(withdrawn.applicant(), owner, withdrawn.id());
    }

    @Test
    void applicationThatNobodyMadeCannotBeFollowed() {
        Applicant owner = verifiedWithMobile();

        assertCannotBeFollowed(owner.withAccount(owner.account() + "_new"), owner, UUID.randomUUID());
    }

    private void assertCannotBeFollowed(Applicant applicant, Applicant owner, UUID follows) {
        Map<String, Object> before = stored();

        assertThatThrownBy(() -> walks.associate(applicant, SITE, owner.account(), follows))
                .asInstanceOf(InstanceOfAssertFactories.type(RefusalException.class))
                .extracting(RefusalException::refusal)
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_APPLICATION);
                    assertThat(refusal.errors()).containsExactly(new FieldError("/follows", "CANNOT_BE_FOLLOWED"));
                });

        assertThat(stored()).isEqualTo(before);
    }

    // Who may not apply

    @Test
    void accountThatIsVerifiedMayNotApply() {
        Applicant owner = verifiedWithMobile();
        Applicant another = verified();

        assertRefused(
                () -> walks.associate(another, HOME, owner.account(), null), RefusalCode.ACCOUNT_ALREADY_VERIFIED);
    }

    @Test
    void accountWithAnotherApplicationUnderWayMayNotApply() {
        Applicant owner = verifiedWithMobile();
        Walk walk = associate(owner);

        assertRefused(
                () -> walks.associate(walk.applicant(), SITE, owner.account(), null),
                RefusalCode.APPLICATION_IN_PROGRESS);
    }

    // The applicant withdraws

    static Stream<Arguments> waits() {
        return Stream.of(
                wait("the code goes out", true, (test, walk) -> {}),
                wait("the code is entered", true, (test, walk) -> walk.run("SendMobileCode")),
                wait("the verified account gets a number", false, (test, walk) -> {}),
                wait("the number is acted upon", false, AssociateVerifiedAccountTest::bindMobile));
    }

    private static Arguments wait(String name, boolean hasMobile, BiConsumer<AssociateVerifiedAccountTest, Walk> way) {
        return Arguments.of(Named.of(name, way), hasMobile);
    }

    private void bindMobile(Walk walk) {
        String verifiedAccount = walks.jdbc()
                .sql("select verified_account from application where id = ?")
                .param(walk.id())
                .query(String.class)
                .single();
        walks.put(verifiedAccount, HOME, AccountKind.PERSONAL, walk.applicant().mobile());
        assertThat(walk.jobAt("MobileBound")).isNotNull();
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(BiConsumer<AssociateVerifiedAccountTest, Walk> way, boolean hasMobile) {
        Walk walk = associate(hasMobile ? verifiedWithMobile() : verified());
        way.accept(this, walk);

        walk.withdraw();

        assertThat(walk.association())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .hasNotPassed("Verified")
                .isEnded();
        assertEnded(walk, OutcomeCode.WITHDRAWN);
        assertThat(walks.jdbc()
                        .sql("select mobile is null and person is null from application where id = ?")
                        .param(walk.id())
                        .query(Boolean.class)
                        .single())
                .as("number and person are forgotten")
                .isTrue();
        assertRefused(walk::withdraw, RefusalCode.ACTION_NOT_EXPECTED);
    }

    // What all of it is about

    /** Somebody whose account at {@link #HOME} is verified and has no number. */
    private Applicant verified() {
        Applicant owner = walks.somebody();
        Walk walk = walks.apply(owner, HOME).confirmMobile().checkCard();
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
        return owner;
    }

    private Applicant verifiedWithMobile() {
        Applicant owner = verified();
        walks.put(owner.account(), HOME, AccountKind.PERSONAL, owner.mobile());
        return owner;
    }

    /** An account of the same person at {@link #SITE} applies. */
    private Walk associate(Applicant owner) {
        return walks.associate(owner.withAccount(owner.account() + "_cloud"), SITE, owner.account(), null);
    }

    /** An account of the same person at {@link #SITE} was told that the identity is occupied. */
    private Walk occupied(Applicant owner) {
        Walk walk = walks.apply(owner.withAccount(owner.account() + "_cloud"), SITE);
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);
        assertThat(walk.outcome().options()).contains(OutcomeOption.ASSOCIATE);
        return walk;
    }

    private void release(Applicant owner) {
        new Releases(registry, walks.jdbc(), transaction).release(owner.account(), UUID.randomUUID());
    }

    private Binding bindingOf(String account) {
        return registry.bindingOf(account).orElseThrow();
    }

    private Optional<UUID> sourceOf(Binding binding) {
        return walks.jdbc()
                .sql("select source from binding where id = ?")
                .param(binding.id())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }

    private UUID followed(Walk walk) {
        return walks.jdbc()
                .sql("select follows from application where id = ?")
                .param(walk.id())
                .query(UUID.class)
                .single();
    }

    private Instant changedAt(String account) {
        return walks.jdbc()
                .sql("select mobile_changed_at from account where user_name = ?")
                .param(account)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void changedBefore(String account, String interval) {
        assertThat(walks.jdbc()
                        .sql("update account set mobile_changed_at = now() - ?::interval where user_name = ?")
                        .params(interval, account)
                        .update())
                .isEqualTo(1);
    }

    /** How many rows there are of all that an application leaves; accounts are the account service's. */
    private Map<String, Object> stored() {
        return walks.jdbc().sql("""
                        select (select count(*) from application) as applications,
                               (select count(*) from act_ru_execution) as executions,
                               (select count(*) from act_ru_variable) as variables,
                               (select count(*) from act_hi_procinst) as history
                        """).query().singleRow();
    }

    private static void assertMobileAskedFor(Walk walk, Instant before) {
        assertThat(walk.association())
                .hasPassedInOrder("FindVerifiedAccount", "AskForMobile")
                .hasNotPassed("ConfirmMobile")
                .isWaitingAt("WaitForMobile");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.ACTION_REQUIRED);
        Action action = walk.application().action();
        assertThat(action).isNotNull();
        assertThat(action.type()).isEqualTo(ActionType.BIND_MOBILE);
        assertThat(action.expiresAt())
                .isBetween(
                        before.plus(Duration.ofHours(24)).minusSeconds(1),
                        Instant.now().plus(Duration.ofHours(24)).plusSeconds(1));
    }

    private static void assertEnded(Walk walk, OutcomeCode code) {
        assertEnded(walk, code, null);
    }

    private static void assertEnded(Walk walk, OutcomeCode code, @Nullable OutcomeReason reason) {
        assertThat(walk.association()).isEnded();
        assertThat(walk.outcome().code()).isEqualTo(code);
        assertThat(walk.outcome().reason()).isEqualTo(reason);
        assertThat(walk.application().status()).isEqualTo(code.status());
        assertThat(walk.application().action()).isNull();
    }

    private static void assertRefused(Runnable action, RefusalCode code) {
        assertThatThrownBy(action::run)
                .asInstanceOf(InstanceOfAssertFactories.type(RefusalException.class))
                .extracting(RefusalException::refusal)
                .extracting(Refusal::code)
                .isEqualTo(code);
    }
}
