package io.realname.api;

import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.application.CallingClient;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** What applications of every kind have in common: seeing and withdrawing them. */
@RestController
@RequestMapping(
        path = {
            VerificationsController.PATH,
            AssociationsController.PATH,
            AppealsController.PATH,
            ObjectionsController.PATH,
            EnterprisesController.PATH
        },
        produces = MediaType.APPLICATION_JSON_VALUE)
class ApplicationsController {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final IdempotentRequests requests;
    private final Applicants applicants;
    private final ApplicationProcess process;
    private final AwaitedApplications awaited;
    private final CallingClient client;

    ApplicationsController(
            IdempotentRequests requests,
            Applicants applicants,
            ApplicationProcess process,
            AwaitedApplications awaited,
            CallingClient client) {
        this.requests = requests;
        this.applicants = applicants;
        this.process = process;
        this.awaited = awaited;
        this.client = client;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "get", summary = "See where an application stands")
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
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response,
            @Parameter(hidden = true) Locale language) {
        if (wait < 0 || wait > AwaitedApplications.LONGEST_WAIT_SECONDS) {
            throw new RefusalException(Refusal.malformed("/query/wait", "OUT_OF_RANGE"));
        }
        String caller = client.name();
        ApplicationKind kind = kind(request);
        ApplicationView now = applicants.view(id, kind, caller, language);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        return awaited.settled(now, wait, () -> applicants.view(id, kind, caller, language));
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "withdraw", summary = "Withdraw the application")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    ResponseEntity<String> withdraw(
            @PathVariable UUID id,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Locale language) {
        return Answers.respond(requests.answer(
                null,
                "DELETE",
                "",
                () -> applicants.proceed(
                        id, kind(request), application -> !application.status().isEnd(), process::withdraw, language)));
    }

    /** An application is found where its kind is, and nowhere else. */
    private static ApplicationKind kind(HttpServletRequest request) {
        return ApplicationPaths.kindOf(request.getRequestURI());
    }
}
