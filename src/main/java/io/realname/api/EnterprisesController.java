package io.realname.api;

import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.refusal.StrictJson;
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
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Enterprise verification: rule 5 of the guideline. */
@RestController
@RequestMapping(path = EnterprisesController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Enterprise verifications", description = "An account becomes an enterprise's")
public class EnterprisesController {

    public static final String PATH = "/api/v1/enterprise-verifications";

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final FormSubmissions forms;
    private final JsonSubmissions submissions;
    private final ApplicationProcess process;

    EnterprisesController(FormSubmissions forms, JsonSubmissions submissions, ApplicationProcess process) {
        this.forms = forms;
        this.submissions = submissions;
        this.process = process;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "startEnterpriseVerification",
            summary = "Apply for verification as an enterprise's",
            description =
                    "The account is verified as a person's, or the account service calls it an enterprise's, or its application"
                            + " ended with the offer ENTERPRISE and is followed. Evidence: JPEG, PNG, HEIC or PDF, 5 MiB a file, 6 of them \"other\";"
                            + " the licence, both sides of the legal person's document and, if somebody else acts for the enterprise,"
                            + " both sides of theirs and the power of attorney. What is missing can be added later (ADD_EVIDENCE)."
                            + " People review it; then a small amount is sent to the corporate account (CONFIRM_AMOUNT).")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Requests.EnterpriseForm.class)))
    @StartsApplication("Taken; it may have ended already, for example with AMOUNT_FAILED while the account is frozen")
    @ApiResponse(
            responseCode = "409",
            description = "ACCOUNT_ALREADY_VERIFIED as an enterprise's, APPLICATION_IN_PROGRESS")
    @ApiResponse(
            responseCode = "422",
            description = "INVALID_APPLICATION: errors names each field and file that is wrong")
    ResponseEntity<String> start(
            MultipartHttpServletRequest request,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        return forms.start(ApplicationKind.ENTERPRISE, "enterprise", request, key, language);
    }

    @PostMapping(path = "/{id}/amount", consumes = JSON)
    @Operation(
            operationId = "confirmAmount",
            summary = "State how much came in on the corporate account",
            description =
                    "Whether it is right is seen from the application: it leaves IN_PROGRESS in a moment. After five wrong"
                            + " amounts in a row the account is frozen for 24 hours.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.Amount.class)))
    @ShowsApplication
    @ApiResponse(responseCode = "422", description = "INVALID_APPLICATION: no amount from 0.01 to 9.99")
    ResponseEntity<String> confirmAmount(
            @PathVariable UUID id,
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        String amount = StrictJson.text(body, "amount");
        return submissions.take(
                new Step(ApplicationKind.ENTERPRISE, id, "amount", ActionType.CONFIRM_AMOUNT),
                body,
                key,
                language,
                application -> process.submitAmount(application, amount));
    }
}
