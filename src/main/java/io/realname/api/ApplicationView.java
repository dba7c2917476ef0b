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

/** An application as its client sees it. A component without a value is {@code null}. */
@Schema(name = "Application")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApplicationView(
        @Schema(description = "The business key of its process instance")
        UUID id,

        @Schema(description = "What it asks for") ApplicationKind kind,

        @Schema(description = "The account that it is about, as its client named it")
        String account,

        @Schema(description = "IN_PROGRESS and ACTION_REQUIRED go on, the others are ends")
        ApplicationStatus status,

        @Schema(description = "What the applicant has to do, of ACTION_REQUIRED") @Nullable
        ActionView action,

        @Schema(description = "How it ended, of the ends") @Nullable
        OutcomeView outcome,

        Instant createdAt,
        Instant updatedAt) {

    /** What the applicant has to do. */
    @Schema(name = "Action", description = "What the applicant has to do; fields that say nothing are absent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActionView(
            @Schema(description = "What is to be done, each by a route of its own")
            ActionType type,

            @Schema(description = "Why it has to be done") @Nullable
            ActionReason reason,

            @Schema(description = "For the applicant, in the language of the request") @Nullable
            String message,

            @Schema(description = "Of BIND_MOBILE, the verified account that needs a number") @Nullable
            String account,

            @Schema(description = "Where the code went, masked") @Nullable
            String mobile,

            @Schema(description = "Until when the code is good, or by when the step is to be done; then it is over")
            @Nullable
            Instant expiresAt,

            @Schema(description = "Tries that are left, of codes and amounts") @Nullable
            Integer attemptsLeft,

            @Schema(description = "When another code may be asked for") @Nullable
            Instant resendAfter,

            @Schema(
                    description =
                            "Of ADD_EVIDENCE, the names of the parts without which people cannot decide; more parts may come")
            @Nullable
            List<String> missing) {}

    /** How it ended. */
    @Schema(name = "Outcome", description = "How it ended; fields that say nothing are absent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutcomeView(
            @Schema(description = "How it ended, for a program. The status says whether well or not")
            OutcomeCode code,

            @Schema(description = "What led to it, where an outcome has several causes") @Nullable
            OutcomeReason reason,

            @Schema(description = "For the applicant, in the language of the request")
            String message,

            @Schema(description = "Ways on that may be offered; leave out one that you do not know")
            List<OutcomeOption> options,

            @Schema(
                    description =
                            "The account to which the identity is bound already, masked; or the one that the applicant named")
            @Nullable
            String account,

            @Schema(description = "When what was refused for now will be possible") @Nullable
            Instant availableFrom,

            @Schema(description = "What the reviewer wrote for the applicant") @Nullable
            String answer) {}
}
