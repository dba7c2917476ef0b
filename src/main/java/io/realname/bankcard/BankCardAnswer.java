package io.realname.bankcard;

/**
 * What came back from asking the bank. Business results are values; nothing here is personal.
 *
 * <p>Whether the call was billed decides what may follow: only {@link NotProcessed} may be asked again without the
 * applicant, because an answer that got lost cannot be looked up and a second call is billed again.
 */
public sealed interface BankCardAnswer {

    /** The bank decided. */
    record Decided(BankCardResult result, String resultCode, String requestId) implements BankCardAnswer {}

    /**
     * The question was surely not processed and not billed: connection refused, circuit breaker open, rate limited,
     * the verification centre busy.
     */
    record NotProcessed(String reason) implements BankCardAnswer {}

    /** The question was sent and no usable answer came: it may have been processed and billed. */
    record Lost(String reason) implements BankCardAnswer {}

    /** The provider refuses us, not the applicant (arrears, service not activated, credentials): an operator must act. */
    record ProviderRefused(String reason) implements BankCardAnswer {}
}
