package io.realname.api;

import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.api.ApplicationView.ActionView;
import io.realname.api.ApplicationView.OutcomeView;
import io.realname.application.Action;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.Application;
import io.realname.application.Applications;
import io.realname.application.Applications.WithMobile;
import io.realname.application.Outcome;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.enterprise.StatedEnterprises;
import io.realname.evidence.EvidenceKind;
import io.realname.mobile.CodeState;
import io.realname.mobile.MobileCodes;
import io.realname.mobile.MobileNumber;
import io.realname.protection.ForgottenException;
import io.realname.review.ReasonWords;
import io.realname.review.ReviewReason;
import io.realname.review.Votes;
import io.realname.web.Words;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows applications to their clients. */
@Component
class ApplicationViews {

    private final Applications applications;
    private final MobileCodes codes;
    private final AccountDirectory accounts;
    private final StatedEnterprises enterprises;
    private final RequiredEvidence required;
    private final Votes votes;
    private final ReasonWords reasonWords;
    private final Words words;

    ApplicationViews(
            Applications applications,
            MobileCodes codes,
            AccountDirectory accounts,
            StatedEnterprises enterprises,
            RequiredEvidence required,
            Votes votes,
            ReasonWords reasonWords,
            Words words) {
        this.applications = applications;
        this.codes = codes;
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.required = required;
        this.votes = votes;
        this.reasonWords = reasonWords;
        this.words = words;
    }

    /** The view of an application. */
    ApplicationView of(Application application, Locale language) {
        return of(application, Optional.empty(), language);
    }

    /** As {@link #of(Application, Locale)}, without reading the mobile number again. */
    ApplicationView of(WithMobile found, Locale language) {
        return of(found.application(), found.mobile(), language);
    }

    /**
     * The application may end after it was read and before it is shown. Its submitted data is then already erased, so it
     * is read again.
     */
    private ApplicationView of(Application application, Optional<MobileNumber> mobile, Locale language) {
        try {
            return shown(application, mobile, language);
        } catch (ForgottenException e) {
            Application now = applications.get(application.id());
            if (now.equals(application)) {
                throw e;
            }
            return shown(now, Optional.empty(), language);
        }
    }

    private ApplicationView shown(Application application, Optional<MobileNumber> mobile, Locale language) {
        Action action = application.action();
        Outcome outcome = application.outcome();
        return new ApplicationView(
                application.id(),
                application.kind(),
                application.account(),
                application.status(),
                action == null ? null : action(application, action, mobile, language),
                outcome == null ? null : outcome(application, outcome, language),
                application.createdAt(),
                application.updatedAt());
    }

    private ActionView action(Application application, Action action, Optional<MobileNumber> known, Locale language) {
        if (action.type() == ActionType.BIND_MOBILE) {
            UserName verified = applications.stated(application.id()).verifiedAccount();
            return new ActionView(
                    action.type(),
                    action.reason(),
                    words.of("action.BIND_MOBILE", language, verified.value(), siteOf(verified)),
                    verified.value(),
                    null,
                    action.expiresAt(),
                    null,
                    null,
                    null);
        }
        if (action.type() == ActionType.ADD_EVIDENCE) {
            return evidenceWanted(application, action, language);
        }
        if (action.type() == ActionType.CONFIRM_AMOUNT) {
            return amountWanted(application, action, language);
        }
        if (action.type() != ActionType.SUBMIT_MOBILE_CODE) {
            return new ActionView(
                    action.type(), action.reason(), null, null, null, action.expiresAt(), null, null, null);
        }
        MobileNumber mobile =
                known.or(() -> applications.mobile(application.id())).orElseThrow(ForgottenException::new);
        CodeState code = codes.state(application.id());
        return new ActionView(
                action.type(),
                action.reason(),
                null,
                null,
                mobile.masked(),
                code.expiresAt(),
                code.triesLeft(),
                code.resendAfter(),
                null);
    }

    /**
     * The request for more evidence. If a reviewer asks and writes a text, the message is that text; otherwise it is
     * ours.
     */
    private ActionView evidenceWanted(Application application, Action action, Locale language) {
        String message = Optional.ofNullable(
                        action.reason() == ActionReason.REVIEWER_ASKS
                                ? votes.lastAnswer(application.id()).orElse(null)
                                : null)
                .orElseGet(() -> words.of("action.ADD_EVIDENCE", language));
        return new ActionView(
                action.type(),
                action.reason(),
                message,
                null,
                null,
                action.expiresAt(),
                null,
                null,
                required.missing(application.id()).stream()
                        .map(EvidenceKind::part)
                        .toList());
    }

    private ActionView amountWanted(Application application, Action action, Locale language) {
        return new ActionView(
                action.type(),
                action.reason(),
                words.of("action.CONFIRM_AMOUNT", language),
                null,
                null,
                action.expiresAt(),
                enterprises.triesLeft(application.id()).orElseThrow(),
                null,
                null);
    }

    private OutcomeView outcome(Application application, Outcome outcome, Locale language) {
        String account = Objects.requireNonNullElse(outcome.account(), "");
        // The text names the site only of an account that the applicant has named, never of one that the process found.
        String site = outcome.code() == OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE ? siteOf(new UserName(account)) : "";
        return new OutcomeView(
                outcome.code(),
                outcome.reason(),
                message(outcome, language, account, site),
                outcome.options(),
                outcome.account(),
                outcome.availableFrom(),
                isDecidedByPeople(outcome) ? votes.lastAnswer(application.id()).orElse(null) : null);
    }

    private static boolean isDecidedByPeople(Outcome outcome) {
        return switch (outcome.code()) {
            case APPEAL_APPROVED, APPEAL_REJECTED, DOCUMENTS_REJECTED -> true;
            // If the process itself has rejected, the last answer of a reviewer was about something else and is not
            // shown.
            case ENTERPRISE_REJECTED ->
                outcome.reason() != null && outcome.reason().isReviewers();
            default -> false;
        };
    }

    private String siteOf(UserName account) {
        return accounts.find(account).map(known -> known.site().code()).orElse("");
    }

    private String message(Outcome outcome, Locale language, String account, String site) {
        OutcomeReason reason = outcome.reason();
        String key = "outcome." + outcome.code();
        if (reason == null) {
            return words.of(key, language, account, site);
        }
        if (!reason.isReviewers()) {
            return words.of(key + "." + reason, language, account, site);
        }
        return Optional.ofNullable(reasonWords.all().get(ReviewReason.valueOf(reason.name())))
                .map(told -> words.of(key + ".because", language, told.in(language)))
                .orElseGet(() -> words.of(key, language));
    }
}
