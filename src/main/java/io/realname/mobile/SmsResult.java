package io.realname.mobile;

/** The provider's answer when it was asked to send one message. */
public sealed interface SmsResult {

    /** The provider accepted the message. It is not delivered yet. */
    record Accepted(String serialNumber) implements SmsResult {}

    /** A limit of an hour or a day is reached, for this number or for all numbers. Later messages may be sent. */
    record FrequencyLimited(String reason) implements SmsResult {}

    /** The provider never sends to this number: the number is not in service, or is on the provider's block list. */
    record NumberRefused(String reason) implements SmsResult {}

    /** Surely not sent, for a reason on the provider's side or on the way to it. Try again later. */
    record NotSent(String reason) implements SmsResult {}

    /** It is unknown whether it was sent. Look the message up and try again later. */
    record Unavailable(String reason) implements SmsResult {}

    /** The provider refuses us, not the number (balance, signature, template, credentials). An operator must act. */
    record ProviderRefused(String reason) implements SmsResult {}
}
