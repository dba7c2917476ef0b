package io.realname.benchmark.byhand;

import io.realname.application.ActionType;
import io.realname.application.Applications;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.bankcard.BankCardChecks;
import io.realname.bankcard.BankCardResult;
import io.realname.calls.ProviderAnswer;
import io.realname.identity.BindResult;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.mobile.CodeDispatch;
import io.realname.mobile.MobileCodes;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps that call a provider, each with what follows up to the next commit. The capabilities hand the connection back
 * while they call, and make their own commits around the call, as they do for the engine's steps.
 *
 * <p>An application that the bank does not match ends here; realname would let the applicant correct the card.
 */
@Profile(ByHandApplication.PROFILE)
@Component
class Work {

    private static final Duration TO_TYPE_THE_CODE = Duration.ofMinutes(30);

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Applications applications;
    private final IdentityRegistry registry;
    private final MobileCodes codes;
    private final BankCardChecks checks;
    private final AuditTrail trail;
    private final NextSteps steps;
    private final TransactionTemplate transaction;

    Work(
            Applications applications,
            IdentityRegistry registry,
            MobileCodes codes,
            BankCardChecks checks,
            AuditTrail trail,
            NextSteps steps,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.registry = registry;
        this.codes = codes;
        this.checks = checks;
        this.trail = trail;
        this.steps = steps;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run(UUID id, Step step) {
        transaction.executeWithoutResult(status -> {
            switch (step) {
                case SEND_CODE -> sendCode(id);
                case AWAIT_CODE -> end(id, step, OutcomeCode.EXPIRED, null);
                case CHECK_CARD -> checkCard(id);
            }
        });
    }

    private void sendCode(UUID id) {
        CodeDispatch dispatch = codes.send(applications.stated(id).codeSubject());
        if (dispatch instanceof CodeDispatch.Sent) {
            applications.require(id, ActionType.SUBMIT_MOBILE_CODE, null, null);
            steps.replace(id, Step.SEND_CODE, Step.AWAIT_CODE, TO_TYPE_THE_CODE);
        } else if (dispatch instanceof CodeDispatch.FrequencyLimited) {
            end(id, Step.SEND_CODE, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.SMS_FREQUENCY_LIMIT);
        } else if (dispatch instanceof CodeDispatch.NumberRefused) {
            end(id, Step.SEND_CODE, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.MOBILE_NUMBER_REFUSED);
        } else {
            steps.postpone(id, Step.SEND_CODE, RETRY);
        }
    }

    private void checkCard(UUID id) {
        ProviderAnswer<BankCardResult> answer =
                checks.make(id, () -> applications.stated(id).bankCardQuestion());
        if (answer instanceof ProviderAnswer.NotProcessed || answer instanceof ProviderAnswer.Refused) {
            steps.postpone(id, Step.CHECK_CARD, RETRY);
            return;
        }
        BankCardResult result =
                answer instanceof ProviderAnswer.Decided<BankCardResult> decided ? decided.value() : null;
        trail.append(
                id,
                AuditEvent.BANK_CARD_CHECKED,
                null,
                Map.of("result", result == null ? "ANSWER_LOST" : result.name()));
        end(id, Step.CHECK_CARD, outcome(id, result), null);
    }

    private OutcomeCode outcome(UUID id, @Nullable BankCardResult result) {
        if (result == null) {
            return OutcomeCode.TOO_MANY_ATTEMPTS;
        }
        return switch (result) {
            case MATCH -> bind(id);
            case MISMATCH -> OutcomeCode.CARD_DETAILS_MISMATCH;
            case CARD_NOT_USABLE -> OutcomeCode.CARD_NOT_USABLE;
            case RATE_LIMITED -> OutcomeCode.TOO_MANY_ATTEMPTS;
        };
    }

    private OutcomeCode bind(UUID id) {
        var stated = applications.stated(id);
        BindResult bound = registry.bindFree(stated.bindingSubject(), VerificationMethod.BANK_CARD);
        return bound == BindResult.BOUND ? OutcomeCode.VERIFIED : OutcomeCode.IDENTITY_OCCUPIED;
    }

    private void end(UUID id, Step step, OutcomeCode code, @Nullable OutcomeReason reason) {
        applications.end(id, code, reason);
        steps.end(id, step);
    }
}
