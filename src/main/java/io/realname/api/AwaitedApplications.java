package io.realname.api;

import io.realname.application.ApplicationStatus;
import io.realname.application.Applications;
import io.realname.database.DatabasePool;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Holds answers until their applications leave {@code IN_PROGRESS}. What happens on this node is known at once. For what
 * happens on other nodes, one query at a time checks the applications that clients of this node wait for. A waiting answer
 * holds no thread and no connection.
 */
@Component
class AwaitedApplications {

    static final int LONGEST_WAIT_SECONDS = 30;

    /** Most applications settle within this time. For those that do not, fewer queries will do. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final int SELDOM = 10;

    private final Applications applications;
    private final DatabasePool database;
    private final TaskScheduler scheduler;
    private final Map<DeferredResult<ApplicationView>, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile boolean ending;
    private int looks;

    AwaitedApplications(Applications applications, DatabasePool database, TaskScheduler scheduler) {
        this.applications = applications;
        this.database = database;
        this.scheduler = scheduler;
    }

    /**
     * The answer, at once or as soon as the application has left {@code IN_PROGRESS}.
     *
     * @param now the present view of the application
     * @param seconds the longest time to wait
     * @param later gives the view after the wait; called on this node's scheduler, or when the time is over
     */
    DeferredResult<ApplicationView> settled(ApplicationView now, int seconds, Supplier<ApplicationView> later) {
        DeferredResult<ApplicationView> answer =
                new DeferredResult<>(Duration.ofSeconds(Math.max(1, seconds)).toMillis(), later);
        if (seconds == 0 || ending || now.status() != ApplicationStatus.IN_PROGRESS) {
            answer.setResult(now);
            return answer;
        }
        answer.onCompletion(() -> waiting.remove(answer));
        waiting.put(answer, new Waiting(now.id(), Instant.now(), later));
        return answer;
    }

    /** The node ends: nobody waits on it any longer. A client that asks again reaches another node. */
    @EventListener
    void endsWith(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.REFUSING_TRAFFIC) {
            ending = true;
            answer(id -> true);
        }
    }

    /** Not in the thread that has committed: it still holds its connection. */
    @TransactionalEventListener
    void settled(Applications.Settled event) {
        if (waiting.values().stream().anyMatch(waits -> waits.id().equals(event.application()))) {
            scheduler.schedule(() -> answer(event.application()::equals), Instant.now());
        }
    }

    @Scheduled(fixedDelay = 50)
    void look() {
        if (waiting.isEmpty() || database.isEmpty()) {
            return;
        }
        looks++;
        Instant soon = Instant.now().minus(SOON);
        Set<UUID> ids = waiting.values().stream()
                .filter(waits -> looks % SELDOM == 0 || waits.since().isAfter(soon))
                .map(Waiting::id)
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            answer(Set.copyOf(applications.settled(ids))::contains);
        }
    }

    private void answer(Predicate<UUID> applications) {
        waiting.forEach((answer, waits) -> {
            if (applications.test(waits.id()) && waiting.remove(answer, waits)) {
                answer.setResult(waits.later().get());
            }
        });
    }

    private record Waiting(UUID id, Instant since, Supplier<ApplicationView> later) {}
}
