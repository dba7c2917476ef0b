package io.realname.mobile;

import java.time.Instant;

/** What became of sending a code. */
public sealed interface CodeDispatch {

    /** On its way; good until {@code expiresAt}. */
    record Sent(Instant expiresAt) implements CodeDispatch {}

    /** The number has had its share of messages, by our limits or the provider's. */
    record FrequencyLimited() implements CodeDispatch {}

    /** The number gets no messages at all. */
    record NumberRefused() implements CodeDispatch {}

    /** Not sent for reasons of the provider's; to be tried again later. */
    record Unavailable(String reason) implements CodeDispatch {}

    /** The provider refuses us; an operator must act. */
    record ProviderRefused(String reason) implements CodeDispatch {}
}
