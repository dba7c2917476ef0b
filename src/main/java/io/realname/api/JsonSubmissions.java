package io.realname.api;

import io.realname.application.ApplicationKind;
import io.realname.refusal.RefusalException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * Applications and steps that come as JSON. Each is processed once per idempotency key of its client. All methods throw
 * {@link RefusalException} like {@link IdempotentRequests} and {@link Applicants}.
 */
@Service
class JsonSubmissions {

    private final IdempotentRequests requests;
    private final Applicants applicants;

    JsonSubmissions(IdempotentRequests requests, Applicants applicants) {
        this.requests = requests;
        this.applicants = applicants;
    }

    ResponseEntity<String> start(ApplicationKind kind, String json, @Nullable String key, Locale language) {
        return requests.answer(
                        key, "POST " + ApplicationPaths.of(kind), json, () -> applicants.start(kind, json, language))
                .response();
    }

    /** @param json empty if the step has no body */
    ResponseEntity<String> take(Step step, String json, @Nullable String key, Locale language, Consumer<UUID> work) {
        return requests.answer(key, step.operation(), json, () -> applicants.take(step, work, language))
                .response();
    }

    /** As {@link #take}, for a code by SMS. A wrong code is refused and stays counted. */
    ResponseEntity<String> takeCode(
            Step step, String json, @Nullable String key, Locale language, Consumer<UUID> work) {
        return requests.answer(key, step.operation(), json, () -> applicants.takeCode(step, work, language))
                .response();
    }
}
