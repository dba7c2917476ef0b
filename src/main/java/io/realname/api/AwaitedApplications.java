package io.realname.api;

import io.realname.application.ApplicationStatus;
import io.realname.application.Applications;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Holds answers until their applications leave {@code IN_PROGRESS}. One query at a time checks all applications that
 * clients of this node wait for. A waiting answer holds no thread and no connection.
 */
@Component
class AwaitedApplications {

    static final int LONGEST_WAIT_SECONDS = 30;

    private final Applications applications;
    private final Map<DeferredResult<ApplicationView>, Waiting> waiting = new ConcurrentHashMap<>();

    AwaitedApplications(Applications applications) {
        this.applications = applications;
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
        if (seconds == 0 || now.status() != ApplicationStatus.IN_PROGRESS) {
            answer.setResult(now);
            return answer;
        }
        answer.onCompletion(() -> waiting.remove(answer));
        waiting.put(answer, new Waiting(now.id(), later));
        return answer;
    }

    @Scheduled(fixedDelay = 50)
    void look() {
        if (waiting.isEmpty()) {
            return;
        }
        Set<UUID> ids = Set.copyOf(waiting.values().stream().map(Waiting::id).toList());
        Set<UUID> settled = Set.copyOf(applications.settled(ids));
        waiting.forEach((answer, waits) -> {
            if (settled.contains(waits.id()) && waiting.remove(answer, waits)) {
                answer.setResult(waits.later().get());
            }
        });
    }

    private record Waiting(UUID id, Supplier<ApplicationView> later) {}
}
