package io.realname.api;

import io.realname.application.Application;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationStatus;
import io.realname.application.Applications;
import io.realname.database.DatabasePool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Holds answers until their applications leave {@code IN_PROGRESS}. A request that waits holds no thread and no connection,
 * and reads nothing itself: one query looks at the applications of all who wait, as soon as somebody comes and a few times a
 * second. So a thousand who come at once cost the others little. What happens on this node is known at once; the queries
 * find what happens on other nodes.
 */
@Component
class AwaitedApplications {

    static final int LONGEST_WAIT_SECONDS = 30;

    /** Most applications settle within this time. For those that do not, fewer queries will do. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration SELDOM = Duration.ofMillis(500);

    /** If the database cannot be asked, the request ends all the same. */
    private static final Duration OVERDUE = Duration.ofSeconds(1);

    private final Applications applications;
    private final Applicants applicants;
    private final ApplicationViews views;
    private final DatabasePool database;
    private final TaskScheduler scheduler;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean somebodyCame = new AtomicBoolean();
    private volatile boolean ending;

    AwaitedApplications(
            Applications applications,
            Applicants applicants,
            ApplicationViews views,
            DatabasePool database,
            TaskScheduler scheduler) {
        this.applications = applications;
        this.applicants = applicants;
        this.views = views;
        this.database = database;
        this.scheduler = scheduler;
    }

    /**
     * The answer as soon as the application is not {@code IN_PROGRESS}, or when the time is over. Whoever may not see the
     * application is refused at once, as {@link Applicants#view} refuses.
     *
     * @param seconds the longest time to wait, at least 1
     */
    DeferredResult<ResponseEntity<ApplicationView>> settled(
            UUID id, ApplicationKind kind, String client, Locale language, int seconds) {
        Waiting one = new Waiting(id, kind, client, language, Duration.ofSeconds(seconds));
        one.answer.onCompletion(() -> waiting.remove(one));
        waiting.add(one);
        if (ending) {
            answer(one);
        } else if (somebodyCame.compareAndSet(false, true)) {
            scheduler.schedule(this::welcome, Instant.now());
        }
        return one.answer;
    }

    /** Looks at all who have come until now. */
    private void welcome() {
        somebodyCame.set(false);
        look();
    }

    /** The node ends: nobody waits on it any longer. A client that asks again reaches another node. */
    @EventListener
    void endsWith(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.REFUSING_TRAFFIC) {
            ending = true;
            waiting.forEach(this::answer);
        }
    }

    /** Not in the thread that has committed: it still holds its connection. */
    @TransactionalEventListener
    void settled(Applications.Settled event) {
        List<Waiting> forIt = waiting.stream()
                .filter(one -> one.id.equals(event.application()))
                .toList();
        if (!forIt.isEmpty()) {
            scheduler.schedule(() -> forIt.forEach(this::answerIfSettled), Instant.now());
        }
    }

    @Scheduled(fixedDelay = 50)
    void look() {
        Instant now = Instant.now();
        List<Waiting> due =
                waiting.stream().filter(one -> !one.nextLook.isAfter(now)).toList();
        if (due.isEmpty() || database.isEmpty()) {
            return;
        }
        Set<UUID> ids = due.stream().map(one -> one.id).collect(Collectors.toSet());
        Map<UUID, Application> inProgress =
                applications.inProgress(ids).stream().collect(Collectors.toMap(Application::id, Function.identity()));
        due.forEach(one -> {
            Application application = inProgress.get(one.id);
            if (application == null || !one.maySee(application)) {
                answerIfSettled(one);
            } else if (one.isOver(now)) {
                answer(one, () -> views.of(application, one.language));
            } else {
                one.lookedAt(now);
            }
        });
    }

    /**
     * The applicant may have acted meanwhile: whoever heard of the change from a query was told sooner than we were by the
     * event. Then the application is in progress again.
     */
    private void answerIfSettled(Waiting one) {
        if (!waiting.contains(one)) {
            return;
        }
        try {
            ApplicationView view = view(one);
            if (view.status() != ApplicationStatus.IN_PROGRESS) {
                answer(one, () -> view);
            }
        } catch (RuntimeException e) {
            answer(one, () -> {
                throw e;
            });
        }
    }

    private void answer(Waiting one) {
        answer(one, () -> view(one));
    }

    private void answer(Waiting one, Supplier<ApplicationView> view) {
        if (!waiting.remove(one)) {
            return;
        }
        try {
            one.answer.setResult(shown(view.get(), one.language));
        } catch (RuntimeException e) {
            one.answer.setErrorResult(e);
        }
    }

    /** The view, in the language in which it was asked for. */
    static ResponseEntity<ApplicationView> shown(ApplicationView view, Locale language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(view);
    }

    private ApplicationView view(Waiting one) {
        return applicants.view(one.id, one.kind, one.client, one.language);
    }

    /** A request that waits. */
    private final class Waiting {

        private final UUID id;
        private final ApplicationKind kind;
        private final String client;
        private final Locale language;
        private final DeferredResult<ResponseEntity<ApplicationView>> answer;
        private final Instant came = Instant.now();
        private final Instant end;

        private volatile Instant nextLook = came;

        private Waiting(UUID id, ApplicationKind kind, String client, Locale language, Duration longest) {
            this.id = id;
            this.kind = kind;
            this.client = client;
            this.language = language;
            this.end = came.plus(longest);
            this.answer = new DeferredResult<>(longest.plus(OVERDUE).toMillis(), () -> shown(view(this), language));
        }

        private boolean maySee(Application application) {
            return application.client().equals(client) && application.kind() == kind;
        }

        private boolean isOver(Instant now) {
            return !now.isBefore(end);
        }

        private void lookedAt(Instant now) {
            Instant next = now.plus(now.isBefore(came.plus(SOON)) ? OFTEN : SELDOM);
            nextLook = next.isBefore(end) ? next : end;
        }
    }
}
