package io.realname.benchmark.byhand;

import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.application.Applications;
import io.realname.application.Applications.Stated;
import io.realname.application.CallingClient;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.bankcard.Bank;
import io.realname.bankcard.BankCardChecks;
import io.realname.bankcard.CardType;
import io.realname.bankcard.Issuer;
import io.realname.bankcard.IssuerDirectory;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.mobile.CodeVerdict;
import io.realname.mobile.MobileCode;
import io.realname.mobile.MobileCodes;
import io.realname.newuser.BankCard;
import io.realname.newuser.CheckOfDocument;
import io.realname.newuser.NewUserApplication;
import io.realname.newuser.NewUserReader;
import io.realname.newuser.NewUsers;
import io.realname.process.NewApplicationId;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.validation.InvalidValueException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine does for the typed door: new-user verification by the bank, up to the next step that calls a provider.
 * All other kinds of application are refused.
 */
@Profile(ByHandApplication.PROFILE)
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandProcess implements ApplicationProcess {

    private final NewUserReader reader;
    private final NewUsers newUsers;
    private final CallingClient client;
    private final Applications applications;
    private final IssuerDirectory issuers;
    private final BanksByHand banks;
    private final Limits limits;
    private final IdentityRegistry registry;
    private final CheckOfDocument check;
    private final MobileCodes codes;
    private final BankCardChecks checks;
    private final NextSteps steps;
    private final Workers workers;

    HandProcess(
            NewUserReader reader,
            NewUsers newUsers,
            CallingClient client,
            Applications applications,
            IssuerDirectory issuers,
            BanksByHand banks,
            Limits limits,
            IdentityRegistry registry,
            CheckOfDocument check,
            MobileCodes codes,
            BankCardChecks checks,
            NextSteps steps,
            Workers workers) {
        this.reader = reader;
        this.newUsers = newUsers;
        this.client = client;
        this.applications = applications;
        this.issuers = issuers;
        this.banks = banks;
        this.limits = limits;
        this.registry = registry;
        this.check = check;
        this.codes = codes;
        this.checks = checks;
        this.steps = steps;
        this.workers = workers;
    }

    @Override
    public UUID newId() {
        return NewApplicationId.next();
    }

    @Override
    public void start(UUID id, ApplicationKind kind, String application) {
        if (kind != ApplicationKind.NEW_USER) {
            throw notExpected();
        }
        NewUserApplication form = reader.read(application);
        if (check.methodFor(form.person()) != VerificationMethod.BANK_CARD) {
            throw notExpected();
        }
        newUsers.register(id, client.name(), form);
        Optional<OutcomeCode> refused = refused(applications.stated(id), form.bankCard());
        if (refused.isPresent()) {
            applications.end(id, refused.get(), null);
            return;
        }
        steps.begin(id, Step.SEND_CODE);
        workers.doAfterCommit(id, Step.SEND_CODE);
    }

    private Optional<OutcomeCode> refused(Stated stated, BankCard card) {
        if (!limits.allow(stated)) {
            return Optional.of(OutcomeCode.TOO_MANY_ATTEMPTS);
        }
        Optional<Issuer> issuer = issuers.issuerOf(card.pan());
        String bank = issuer.map(Issuer::bank)
                .or(() -> Optional.ofNullable(card.bank()))
                .map(Bank::code)
                .orElse("");
        CardType type = issuer.map(Issuer::type).orElse(null);
        if (!banks.isSupported(bank)) {
            return Optional.of(OutcomeCode.BANK_NOT_SUPPORTED);
        }
        if (!banks.isAccepted(type)) {
            return Optional.of(OutcomeCode.CARD_TYPE_NOT_SUPPORTED);
        }
        return registry.sitesOf(stated.identity()).isEmpty()
                ? Optional.empty()
                : Optional.of(OutcomeCode.IDENTITY_OCCUPIED);
    }

    @Override
    public void submitMobileCode(UUID id, String typed) {
        Stated stated = applications.stated(id);
        CodeVerdict verdict = codes.verify(stated.codeSubject(), read(typed));
        if (verdict instanceof CodeVerdict.Throttled throttled) {
            throw new RefusalException(Refusal.tooManyRequests(throttled.retryAfter()));
        } else if (verdict instanceof CodeVerdict.Right) {
            applications.confirmMobile(id);
            checks.reserve(stated.checkSubject(), stated.pan());
            steps.replace(id, Step.AWAIT_CODE, Step.CHECK_CARD);
            workers.doAfterCommit(id, Step.CHECK_CARD);
        } else if (verdict instanceof CodeVerdict.Exhausted) {
            applications.end(id, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.TOO_MANY_WRONG_CODES);
            steps.end(id, Step.AWAIT_CODE);
        }
    }

    private static MobileCode read(String typed) {
        try {
            return MobileCode.parse(typed);
        } catch (InvalidValueException e) {
            throw new RefusalException(Refusal.invalidCode(e.code()));
        }
    }

    @Override
    public void requestMobileCode(UUID id) {
        Duration delay = codes.resendDelay(applications.stated(id).codeSubject());
        if (!delay.isZero()) {
            throw new RefusalException(Refusal.tooManyRequests(delay));
        }
        applications.proceed(id);
        steps.replace(id, Step.AWAIT_CODE, Step.SEND_CODE);
        workers.doAfterCommit(id, Step.SEND_CODE);
    }

    @Override
    public void withdraw(UUID id) {
        applications.end(id, OutcomeCode.WITHDRAWN, null);
        steps.end(id);
    }

    @Override
    public void evidenceAdded(UUID id) {
        throw notExpected();
    }

    @Override
    public void submitBankCard(UUID id, String bankCard) {
        throw notExpected();
    }

    @Override
    public void submitAmount(UUID id, String amount) {
        throw notExpected();
    }

    private static RefusalException notExpected() {
        return new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
    }
}
