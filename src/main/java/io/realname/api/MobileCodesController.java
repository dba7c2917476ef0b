package io.realname.api;

import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.refusal.StrictJson;
import io.realname.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
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

/** The code by SMS, of the kinds of application whose diagram calls {@code confirm-mobile}. */
@RestController
@RequestMapping(
        path = {VerificationsController.PATH, AssociationsController.PATH, ObjectionsController.PATH},
        produces = MediaType.APPLICATION_JSON_VALUE)
class MobileCodesController {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String KEY = "Idempotency-Key";

    private final IdempotentRequests requests;
    private final Applicants applicants;
    private final ApplicationProcess process;

    MobileCodesController(IdempotentRequests requests, Applicants applicants, ApplicationProcess process) {
        this.requests = requests;
        this.applicants = applicants;
        this.process = process;
    }

    @PostMapping(path = "/{id}/mobile-code", consumes = JSON)
    @Operation(operationId = "submitMobileCode", summary = "Submit the code that was sent by SMS")
    @RequestBody(
            required = true,
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Requests.MobileCode.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "422",
            description = "MOBILE_CODE_WRONG (with attemptsLeft), MOBILE_CODE_EXPIRED, INVALID_CODE (costs no try)",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "TOO_MANY_REQUESTS: too many wrong codes in a row; Retry-After says when",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<String> submitMobileCode(
            @PathVariable UUID id,
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Locale language) {
        String code = StrictJson.text(body, "code");
        return Answers.respond(requests.answer(
                key,
                "POST " + kind(request) + "/" + id + "/mobile-code",
                body,
                () -> applicants.submitCode(
                        id,
                        kind(request),
                        application -> application.expects(ActionType.SUBMIT_MOBILE_CODE),
                        application -> process.submitMobileCode(application, code),
                        language)));
    }

    @PostMapping("/{id}/mobile-code/resend")
    @Operation(operationId = "resendMobileCode", summary = "Ask for another code; the one before it is void")
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
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Locale language) {
        return Answers.respond(requests.answer(
                key,
                "POST " + kind(request) + "/" + id + "/mobile-code/resend",
                "",
                () -> applicants.proceed(
                        id,
                        kind(request),
                        application -> application.expects(ActionType.SUBMIT_MOBILE_CODE),
                        process::requestMobileCode,
                        language)));
    }

    private static ApplicationKind kind(HttpServletRequest request) {
        return ApplicationPaths.kindOf(request.getRequestURI());
    }
}
