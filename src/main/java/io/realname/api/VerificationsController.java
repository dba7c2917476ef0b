package io.realname.api;

import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** New-user verification: rule 1 of the guideline. */
@RestController
@RequestMapping(path = VerificationsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Verifications", description = "A person who never verified at any site verifies an account")
class VerificationsController {

    static final String PATH = "/api/v1/verifications";

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final JsonSubmissions submissions;
    private final ApplicationProcess process;

    VerificationsController(JsonSubmissions submissions, ApplicationProcess process) {
        this.submissions = submissions;
        this.process = process;
    }

    @PostMapping(consumes = JSON)
    @Operation(operationId = "startVerification", summary = "Apply for verification")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.NewUser.class)))
    @StartsApplication("Taken; it may have ended already, for example with IDENTITY_OCCUPIED")
    @ApiResponse(responseCode = "409", description = "ACCOUNT_ALREADY_VERIFIED, APPLICATION_IN_PROGRESS")
    @ApiResponse(responseCode = "422", description = "INVALID_APPLICATION: errors names each field that is wrong")
    ResponseEntity<String> start(
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        return submissions.start(ApplicationKind.NEW_USER, body, key, language);
    }

    @PostMapping(path = "/{id}/bank-card", consumes = JSON)
    @Operation(
            operationId = "correctBankCard",
            summary = "Correct the bank card; another mobile number is confirmed anew")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.BankCard.class)))
    @ShowsApplication
    @ApiResponse(responseCode = "422", description = "INVALID_APPLICATION: errors names each field that is wrong")
    ResponseEntity<String> correctBankCard(
            @PathVariable UUID id,
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        return submissions.take(
                new Step(ApplicationKind.NEW_USER, id, "bank-card", ActionType.CORRECT_BANK_CARD),
                body,
                key,
                language,
                application -> process.submitBankCard(application, body));
    }
}
