package io.realname.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as an operator sees it: codes, times and the providers' numbers, no person. The times are the database's.
 *
 * @param account masked
 * @param client the client app that filed it
 * @param action what the applicant has to do, with its reason and deadline
 * @param outcome how it ended, with its reason
 * @param messages the codes that were sent, the first first
 * @param calls the calls that a provider bills, the first first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Case(
        UUID id,
        String caseNumber,
        FoundBy foundBy,
        String kind,
        String account,
        String site,
        String client,
        String status,
        @Nullable String action,
        @Nullable String actionReason,
        @Nullable Instant actionExpiresAt,
        @Nullable String outcome,
        @Nullable String outcomeReason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        List<Message> messages,
        List<Call> calls) {

    /**
     * A code to a mobile number.
     *
     * @param state {@code SENDING}, {@code NOT_SENT}, {@code SENT}, {@code USED} or {@code VOID}
     * @param serialNumber the SMS provider's; absent if it did not take the message
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Message(
            String purpose,
            String state,
            @Nullable String serialNumber,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /**
     * A call that a provider bills.
     *
     * @param what {@code BANK_CARD}, {@code LICENCE} or {@code PAYMENT}
     * @param number which of the application's calls of this kind, from 1
     * @param state {@code RESERVED} (not sent), {@code SENT} (no answer yet), {@code DECIDED} or {@code LOST}
     * @param resultCode the provider's
     * @param requestId by which the provider finds the call
     * @param orderNumber by which the provider finds the payment
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Call(
            String what,
            int number,
            String state,
            @Nullable String result,
            @Nullable String resultCode,
            @Nullable String requestId,
            @Nullable String orderNumber,
            @Nullable Instant sentAt,
            @Nullable Instant decidedAt) {}
}
