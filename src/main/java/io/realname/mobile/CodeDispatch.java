package io.realname.mobile;

import java.time.Instant;

/** The result of sending a code. */
public sealed interface CodeDispatch {

    /** The provider accepted the message. The code is valid until {@code expiresAt}. */
    record Sent(Instant expiresAt) implements CodeDispatch {}

    /** The number has reached a limit of messages, ours or the provider's. */
    record FrequencyLimited() implements CodeDispatch {}

    /** The provider never sends messages to this number. */
    record NumberRefused() implements CodeDispatch {}

    /** Not sent, for a reason on the provider's side. Try again later. */
    record Unavailable(String reason) implements CodeDispatch {}

    /** The provider refuses us. An operator must act. */
    record ProviderRefused(String reason) implements CodeDispatch {}
}
