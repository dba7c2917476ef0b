package io.realname.api;

import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String KEY = "Idempotency-Key";

    private final IdempotentRequests requests;
    private final Applicants applicants;
    private final ApplicationProcess process;

    VerificationsController(IdempotentRequests requests, Applicants applicants, ApplicationProcess process) {
        this.requests = requests;
        this.applicants = applicants;
        this.process = process;
    }

    @PostMapping(consumes = JSON)
    @Operation(operationId = "startVerification", summary = "Apply for verification")
    @RequestBody(
            required = true,
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Requests.NewUser.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Taken; it may have ended already, for example with IDENTITY_OCCUPIED",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "ACCOUNT_ALREADY_VERIFIED, APPLICATION_IN_PROGRESS",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "INVALID_APPLICATION: errors names each field that is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<String> start(
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Parameter(hidden = true) Locale language) {
        return Answers.respond(requests.answer(
                key, "POST " + PATH, body, () -> applicants.start(ApplicationKind.NEW_USER, body, PATH, language)));
    }

    @PostMapping(path = "/{id}/bank-card", consumes = JSON)
    @Operation(
            operationId = "correctBankCard",
            summary = "Correct the bank card; another mobile number is confirmed anew")
    @RequestBody(
            required = true,
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Requests.BankCard.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "422",
            description = "INVALID_APPLICATION: errors names each field that is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<String> correctBankCard(
            @PathVariable UUID id,
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Parameter(hidden = true) Locale language) {
        return Answers.respond(requests.answer(
                key,
                "POST " + ApplicationKind.NEW_USER + "/" + id + "/bank-card",
                body,
                () -> applicants.proceed(
                        id,
                        ApplicationKind.NEW_USER,
                        application -> application.expects(ActionType.CORRECT_BANK_CARD),
                        application -> process.submitBankCard(application, body),
                        language)));
    }
}
