package io.realname.api;

import io.realname.api.ApplicationView.ActionView;
import io.realname.api.ApplicationView.OutcomeView;
import io.realname.application.Action;
import io.realname.application.ActionType;
import io.realname.application.Application;
import io.realname.application.Applications;
import io.realname.application.Outcome;
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
    private final Words words;

    ApplicationViews(Applications applications, MobileCodes codes, Words words) {
        this.applications = applications;
        this.codes = codes;
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
                action == null ? null : action(application, action),
                outcome == null ? null : outcome(outcome, language),
                application.createdAt(),
                application.updatedAt());
    }

    private ActionView action(Application application, Action action) {
        if (action.type() != ActionType.SUBMIT_MOBILE_CODE) {
            return new ActionView(action.type(), action.reason(), null, action.expiresAt(), null, null);
        }
        CodeState code = codes.state(application.id());
        return new ActionView(
                action.type(),
                action.reason(),
                applications.stated(application.id()).mobile().masked(),
                code.expiresAt(),
                code.triesLeft(),
                code.resendAfter());
    }

    private OutcomeView outcome(Outcome outcome, Locale language) {
        return new OutcomeView(
                outcome.code(),
                outcome.reason(),
                words.of("outcome." + words(outcome), language, Objects.requireNonNullElse(outcome.account(), "")),
                outcome.options(),
                outcome.account(),
                outcome.availableFrom());
    }

    private static String words(Outcome outcome) {
        return outcome.reason() == null ? outcome.code().name() : outcome.code() + "." + outcome.reason();
    }
}
