package io.realname.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeOption;
import io.realname.application.OutcomeReason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application as its client sees it. */
@Schema(name = "Application")
public record ApplicationView(
        UUID id,
        ApplicationKind kind,
        String account,
        ApplicationStatus status,
        @Nullable ActionView action,
        @Nullable OutcomeView outcome,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What the applicant has to do.
     *
     * @param message in the language of the request, where what to do happens elsewhere
     * @param account of {@code BIND_MOBILE}, the verified account that needs a number
     * @param mobile where the code went, masked
     * @param missing of {@code ADD_EVIDENCE}, the names of the parts without which people cannot decide
     * @param expiresAt until when the code is good, or by when the card is to be corrected
     */
    @Schema(name = "Action")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActionView(
            ActionType type,
            @Nullable ActionReason reason,
            @Nullable String message,
            @Nullable String account,
            @Nullable String mobile,
            @Nullable Instant expiresAt,
            @Nullable Integer attemptsLeft,
            @Nullable Instant resendAfter,
            @Nullable List<String> missing) {}

    /**
     * How it ended.
     *
     * @param message in the language of the request
     * @param account masked; the one to which the identity is bound already
     * @param answer what the reviewer wrote for the applicant
     * @param availableFrom when what was refused for now will be possible
     */
    @Schema(name = "Outcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutcomeView(
            OutcomeCode code,
            @Nullable OutcomeReason reason,
            String message,
            List<OutcomeOption> options,
            @Nullable String account,
            @Nullable Instant availableFrom,
            @Nullable String answer) {}
}
