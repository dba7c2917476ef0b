package io.realname.mobile;

/** What came of asking the provider to send one message. */
public sealed interface SmsResult {

    /** Taken for delivery (not yet delivered). */
    record Accepted(String serialNumber) implements SmsResult {}

    /** The provider sends no more for now, to this number or at all: its limits of an hour or a day. */
    record FrequencyLimited(String reason) implements SmsResult {}

    /** The provider never sends to this number: not a number in service, or on its block list. */
    record NumberRefused(String reason) implements SmsResult {}

    /** Not sent, or not known to be sent; to be looked up and tried again later. */
    record Unavailable(String reason) implements SmsResult {}

    /** The provider refuses us, not the number (balance, signature, template, credentials): an operator must act. */
    record ProviderRefused(String reason) implements SmsResult {}
}
