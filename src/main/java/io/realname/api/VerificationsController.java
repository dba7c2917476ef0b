package io.realname.api;

import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.application.CallingClient;
import io.realname.application.Refusal;
import io.realname.application.RefusalException;
import io.realname.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** New-user verification: rule 1 of the guideline. */
@RestController
@RequestMapping(path = VerificationsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "New-user verification", description = "A person who never verified at any site verifies an account")
class VerificationsController {

    static final String PATH = "/api/v1/verifications";

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String KEY = "Idempotency-Key";

    private final IdempotentRequests requests;
    private final Applicants applicants;
    private final ApplicationProcess process;
    private final AwaitedApplications awaited;
    private final BodyReader bodies;
    private final CallingClient client;

    VerificationsController(
            IdempotentRequests requests,
            Applicants applicants,
            ApplicationProcess process,
            AwaitedApplications awaited,
            BodyReader bodies,
            CallingClient client) {
        this.requests = requests;
        this.applicants = applicants;
        this.process = process;
        this.awaited = awaited;
        this.bodies = bodies;
        this.client = client;
    }

    @PostMapping(consumes = JSON)
    @Operation(summary = "Apply for verification")
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
        return respond(requests.answer(
                key,
                "POST " + PATH + "\n" + body,
                () -> applicants.start(ApplicationKind.NEW_USER, body, PATH, language)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "See where an application stands")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "NOT_FOUND, also for another client's",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    DeferredResult<ApplicationView> see(
            @PathVariable UUID id,
            @Parameter(description = "Seconds, at most 30, to hold the answer until the application leaves IN_PROGRESS")
                    @RequestParam(defaultValue = "0")
                    int wait,
            @Parameter(hidden = true) Locale language) {
        if (wait < 0 || wait > AwaitedApplications.LONGEST_WAIT_SECONDS) {
            throw new RefusalException(Refusal.malformed("/query/wait", "OUT_OF_RANGE"));
        }
        String caller = client.name();
        return awaited.settled(
                applicants.view(id, caller, language), wait, () -> applicants.view(id, caller, language));
    }

    @PostMapping(path = "/{id}/mobile-code", consumes = JSON)
    @Operation(summary = "Submit the code that was sent by SMS")
    @RequestBody(
            required = true,
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Requests.MobileCode.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "422",
            description = "MOBILE_CODE_WRONG (with attemptsLeft), MOBILE_CODE_EXPIRED",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "TOO_MANY_REQUESTS: too many wrong codes in a row; Retry-After says when",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<String> submitMobileCode(
            @PathVariable UUID id,
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Parameter(hidden = true) Locale language) {
        String code = bodies.text(body, "code");
        return respond(requests.answer(
                key,
                "POST " + PATH + "/" + id + "/mobile-code\n" + body,
                () -> applicants.submitCode(
                        id,
                        application -> application.expects(ActionType.SUBMIT_MOBILE_CODE),
                        application -> process.submitMobileCode(application, code),
                        language)));
    }

    @PostMapping("/{id}/mobile-code/resend")
    @Operation(summary = "Ask for another code; the one before it is void")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "429",
            description = "TOO_MANY_REQUESTS: Retry-After says when",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<String> resendMobileCode(
            @PathVariable UUID id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Parameter(hidden = true) Locale language) {
        return respond(requests.answer(
                key,
                "POST " + PATH + "/" + id + "/mobile-code/resend",
                () -> applicants.proceed(
                        id,
                        application -> application.expects(ActionType.SUBMIT_MOBILE_CODE),
                        process::requestMobileCode,
                        language)));
    }

    @PostMapping(path = "/{id}/bank-card", consumes = JSON)
    @Operation(summary = "Correct the bank card; another mobile number is confirmed anew")
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
        return respond(requests.answer(
                key,
                "POST " + PATH + "/" + id + "/bank-card\n" + body,
                () -> applicants.proceed(
                        id,
                        application -> application.expects(ActionType.CORRECT_BANK_CARD),
                        application -> process.submitBankCard(application, body),
                        language)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Withdraw the application")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    ResponseEntity<String> withdraw(@PathVariable UUID id, @Parameter(hidden = true) Locale language) {
        return respond(requests.answer(
                null,
                "DELETE",
                () -> applicants.proceed(
                        id, application -> !application.status().isEnd(), process::withdraw, language)));
    }

    private static ResponseEntity<String> respond(Answer answer) {
        String location = answer.location();
        return ResponseEntity.status(answer.status())
                .headers(headers -> {
                    if (location != null) {
                        headers.setLocation(URI.create(location));
                    }
                })
                .contentType(
                        MediaType.parseMediaType(answer.status() >= HttpStatus.BAD_REQUEST.value() ? PROBLEM : JSON))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer.body());
    }
}
