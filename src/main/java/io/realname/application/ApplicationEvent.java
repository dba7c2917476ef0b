package io.realname.application;

import java.time.Duration;
import java.util.UUID;

/** Published in the transaction in which it happens to an application. */
public sealed interface ApplicationEvent {

    UUID application();

    ApplicationKind kind();

    record Started(UUID application, ApplicationKind kind) implements ApplicationEvent {}

    /** @param after the time since the start */
    record Ended(UUID application, ApplicationKind kind, OutcomeCode outcome, Duration after)
            implements ApplicationEvent {}
}
