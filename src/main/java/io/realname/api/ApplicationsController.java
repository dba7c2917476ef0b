package io.realname.api;

import io.realname.application.ApplicationKind;
import io.realname.application.CallingClient;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Shows and withdraws applications of every kind. */
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

    private final IdempotentRequests requests;
    private final Applicants applicants;
    private final AwaitedApplications awaited;
    private final CallingClient client;

    ApplicationsController(
            IdempotentRequests requests, Applicants applicants, AwaitedApplications awaited, CallingClient client) {
        this.requests = requests;
        this.applicants = applicants;
        this.awaited = awaited;
        this.client = client;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "get", summary = "See where an application stands")
    @ShowsApplication
    DeferredResult<ResponseEntity<ApplicationView>> see(
            @PathVariable UUID id,
            @Parameter(description = "Seconds, at most 30, to hold the answer until the application leaves IN_PROGRESS")
                    @RequestParam(defaultValue = "0")
                    int wait,
            HttpServletRequest request,
            Locale language) {
        if (wait < 0 || wait > AwaitedApplications.LONGEST_WAIT_SECONDS) {
            throw new RefusalException(Refusal.malformed("/query/wait", "OUT_OF_RANGE"));
        }
        ApplicationKind kind = ApplicationPaths.kindOf(request);
        if (wait > 0) {
            return awaited.settled(id, kind, client.name(), language, wait);
        }
        DeferredResult<ResponseEntity<ApplicationView>> now = new DeferredResult<>();
        now.setResult(AwaitedApplications.shown(applicants.view(id, kind, client.name(), language), language));
        return now;
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "withdraw", summary = "Withdraw the application")
    @ShowsApplication
    ResponseEntity<String> withdraw(@PathVariable UUID id, HttpServletRequest request, Locale language) {
        ApplicationKind kind = ApplicationPaths.kindOf(request);
        return requests.answer(null, "DELETE", "", () -> applicants.withdraw(id, kind, language))
                .response();
    }
}
