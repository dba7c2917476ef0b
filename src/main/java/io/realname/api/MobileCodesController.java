package io.realname.api;

import io.realname.application.ActionType;
import io.realname.application.ApplicationProcess;
import io.realname.refusal.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
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

/** Takes and resends the code by SMS, for the kinds of application whose diagram calls {@code confirm-mobile}. */
@RestController
@RequestMapping(
        path = {VerificationsController.PATH, AssociationsController.PATH, ObjectionsController.PATH},
        produces = MediaType.APPLICATION_JSON_VALUE)
class MobileCodesController {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final JsonSubmissions submissions;
    private final ApplicationProcess process;

    MobileCodesController(JsonSubmissions submissions, ApplicationProcess process) {
        this.submissions = submissions;
        this.process = process;
    }

    @PostMapping(path = "/{id}/mobile-code", consumes = JSON)
    @Operation(operationId = "submitMobileCode", summary = "Submit the code that was sent by SMS")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.MobileCode.class)))
    @ShowsApplication
    @ApiResponse(
            responseCode = "422",
            description = "MOBILE_CODE_WRONG (with attemptsLeft), MOBILE_CODE_EXPIRED, INVALID_CODE (costs no try)")
    @ApiResponse(
            responseCode = "429",
            description = "TOO_MANY_REQUESTS: too many wrong codes in a row; Retry-After says when")
    ResponseEntity<String> submitMobileCode(
            @PathVariable UUID id,
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            HttpServletRequest request,
            Locale language) {
        String code = StrictJson.text(body, "code");
        return submissions.takeCode(
                step(id, "mobile-code", request),
                body,
                key,
                language,
                application -> process.submitMobileCode(application, code));
    }

    @PostMapping("/{id}/mobile-code/resend")
    @Operation(operationId = "resendMobileCode", summary = "Ask for another code; the one before it is void")
    @ShowsApplication
    @ApiResponse(responseCode = "429", description = "TOO_MANY_REQUESTS: Retry-After says when")
    ResponseEntity<String> resendMobileCode(
            @PathVariable UUID id,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            HttpServletRequest request,
            Locale language) {
        return submissions.take(step(id, "mobile-code/resend", request), "", key, language, process::requestMobileCode);
    }

    private static Step step(UUID id, String path, HttpServletRequest request) {
        return new Step(ApplicationPaths.kindOf(request), id, path, ActionType.SUBMIT_MOBILE_CODE);
    }
}
