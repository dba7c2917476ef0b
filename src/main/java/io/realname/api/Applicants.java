package io.realname.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.application.Application;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.application.Applications;
import io.realname.application.CallingClient;
import io.realname.application.SubmittedCode;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.web.Problems;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** The work that all kinds of application share at the typed door. Runs in the transaction of the request. */
@Service
class Applicants {

    private final ApplicationProcess process;
    private final Applications applications;
    private final SubmittedCode submittedCode;
    private final ApplicationViews views;
    private final Problems problems;
    private final CallingClient client;
    private final ObjectMapper json;

    Applicants(
            ApplicationProcess process,
            Applications applications,
            SubmittedCode submittedCode,
            ApplicationViews views,
            Problems problems,
            CallingClient client,
            ObjectMapper json) {
        this.process = process;
        this.applications = applications;
        this.submittedCode = submittedCode;
        this.views = views;
        this.problems = problems;
        this.client = client;
        this.json = json;
    }

    Answer start(ApplicationKind kind, String body, Locale language) {
        return start(process.newId(), kind, body, language);
    }

    /** As {@link #start(ApplicationKind, String, Locale)}, with an id under which files are already stored. */
    Answer start(UUID id, ApplicationKind kind, String body, Locale language) {
        process.start(id, kind, body);
        return new Answer(
                HttpStatus.CREATED.value(),
                ApplicationPaths.of(kind) + "/" + id,
                language.toLanguageTag(),
                show(find(id, kind, client.name()), language));
    }

    /**
     * @param client the client that must have started the application; the caller passes it, since the answer may be
     *     given after the thread has left the request
     */
    ApplicationView view(UUID id, ApplicationKind kind, String client, Locale language) {
        return applications
                .findWithMobile(id, client)
                .filter(found -> found.application().kind() == kind)
                .map(found -> views.of(found, language))
                .orElseThrow(() -> new RefusalException(Refusal.of(RefusalCode.NOT_FOUND)));
    }

    /**
     * Checks that the application expects the step, before expensive work is done. {@link #take} checks again, and its
     * check decides.
     *
     * @throws RefusalException as {@link #take}
     */
    void requireExpected(Step step) {
        if (!find(step.id(), step.kind(), client.name()).expects(step.expected())) {
            throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
        }
    }

    /**
     * Does one step of an application that expects it.
     *
     * @throws RefusalException {@code NOT_FOUND}, also if another client started the application, or
     *     {@code ACTION_NOT_EXPECTED}
     */
    Answer take(Step step, Consumer<UUID> work, Locale language) {
        return shown(taken(step, work), language);
    }

    private Application taken(Step step, Consumer<UUID> work) {
        return proceed(step.id(), step.kind(), application -> application.expects(step.expected()), work);
    }

    /**
     * As {@link #take}. A wrong code is returned as an answer, not thrown: the process has counted it, and that must
     * not roll back.
     */
    Answer takeCode(Step step, Consumer<UUID> work, Locale language) {
        Application after = taken(step, work);
        return submittedCode
                .refusal(after)
                .map(refusal -> problems.of(refusal, language))
                .map(problem -> new Answer(problem.status(), null, language.toLanguageTag(), write(problem)))
                .orElseGet(() -> shown(after, language));
    }

    /**
     * Withdraws an application that has not ended.
     *
     * @throws RefusalException as {@link #take}
     */
    Answer withdraw(UUID id, ApplicationKind kind, Locale language) {
        return shown(proceed(id, kind, application -> !application.status().isEnd(), process::withdraw), language);
    }

    /** @return the application after the work */
    private Application proceed(UUID id, ApplicationKind kind, Predicate<Application> expected, Consumer<UUID> work) {
        Application application = applications
                .findAlone(id, client.name())
                .filter(found -> found.kind() == kind)
                .orElseThrow(() -> new RefusalException(Refusal.of(RefusalCode.NOT_FOUND)));
        if (!expected.test(application)) {
            throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
        }
        work.accept(id);
        return find(id, kind, client.name());
    }

    private Answer shown(Application application, Locale language) {
        return new Answer(HttpStatus.OK.value(), null, language.toLanguageTag(), show(application, language));
    }

    private Application find(UUID id, ApplicationKind kind, String caller) {
        return applications
                .find(id, caller)
                .filter(application -> application.kind() == kind)
                .orElseThrow(() -> new RefusalException(Refusal.of(RefusalCode.NOT_FOUND)));
    }

    private String show(Application application, Locale language) {
        return write(views.of(application, language));
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view could not be written: " + view.getClass(), e);
        }
    }
}
