package io.realname.api;

import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.api.ApplicationView.ActionView;
import io.realname.api.ApplicationView.OutcomeView;
import io.realname.application.Action;
import io.realname.application.ActionType;
import io.realname.application.Application;
import io.realname.application.Applications;
import io.realname.application.Outcome;
import io.realname.application.OutcomeCode;
import io.realname.mobile.CodeState;
import io.realname.mobile.MobileCodes;
import io.realname.web.Words;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Shows applications to their clients. */
@Component
class ApplicationViews {

    private final Applications applications;
    private final MobileCodes codes;
    private final AccountDirectory accounts;
    private final Words words;

    ApplicationViews(Applications applications, MobileCodes codes, AccountDirectory accounts, Words words) {
        this.applications = applications;
        this.codes = codes;
        this.accounts = accounts;
        this.words = words;
    }

    ApplicationView of(Application application, Locale language) {
        Action action = application.action();
        Outcome outcome = application.outcome();
        return new ApplicationView(
                application.id(),
                application.kind(),
                application.account(),
                application.status(),
                action == null ? null : action(application, action, language),
                outcome == null ? null : outcome(outcome, language),
                application.createdAt(),
                application.updatedAt());
    }

    private ActionView action(Application application, Action action, Locale language) {
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
                    null);
        }
        if (action.type() != ActionType.SUBMIT_MOBILE_CODE) {
            return new ActionView(action.type(), action.reason(), null, null, null, action.expiresAt(), null, null);
        }
        CodeState code = codes.state(application.id());
        return new ActionView(
                action.type(),
                action.reason(),
                null,
                null,
                applications.stated(application.id()).mobile().masked(),
                code.expiresAt(),
                code.triesLeft(),
                code.resendAfter());
    }

    private OutcomeView outcome(Outcome outcome, Locale language) {
        String account = Objects.requireNonNullElse(outcome.account(), "");
        // The site is said of an account that the applicant named, never of one that was found.
        String site = outcome.code() == OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE ? siteOf(new UserName(account)) : "";
        return new OutcomeView(
                outcome.code(),
                outcome.reason(),
                words.of("outcome." + words(outcome), language, account, site),
                outcome.options(),
                outcome.account(),
                outcome.availableFrom());
    }

    private String siteOf(UserName account) {
        return accounts.find(account).map(known -> known.site().code()).orElse("");
    }

    private static String words(Outcome outcome) {
        return outcome.reason() == null ? outcome.code().name() : outcome.code() + "." + outcome.reason();
    }
}
