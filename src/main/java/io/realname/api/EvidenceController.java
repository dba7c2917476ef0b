package io.realname.api;

import io.realname.application.ApplicationKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/** Takes more evidence for applications that people review. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class EvidenceController {

    private static final String EVIDENCE = "/{id}/evidence";

    private static final String FILES =
            "JPEG, PNG, HEIC or PDF, 5 MiB a file. A file takes the place of an earlier one of the"
                    + " same name, which no longer counts; the part \"other\" may be repeated, for 6 files in all. An"
                    + " application takes 40 files in its life, those that were replaced included.";

    private final FormSubmissions submissions;

    EvidenceController(FormSubmissions submissions) {
        this.submissions = submissions;
    }

    @PostMapping(
            path = {VerificationsController.PATH + EVIDENCE, AppealsController.PATH + EVIDENCE},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "addEvidence", summary = "Add evidence that is asked for", description = FILES)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Requests.Evidence.class)))
    @ShowsApplication
    @ApiResponse(
            responseCode = "409",
            description = "ACTION_NOT_EXPECTED, APPLICATION_IN_PROGRESS (another appeal about the identity)")
    @ApiResponse(responseCode = "422", description = "INVALID_APPLICATION: errors names each file that is wrong")
    ResponseEntity<String> ofPerson(
            @PathVariable UUID id,
            MultipartHttpServletRequest request,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        return submissions.addEvidence(ApplicationPaths.kindOf(request), id, request, key, language);
    }

    @PostMapping(path = EnterprisesController.PATH + EVIDENCE, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "addEnterpriseEvidence", summary = "Add evidence that is asked for", description = FILES)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Requests.EnterpriseEvidence.class)))
    @ShowsApplication
    @ApiResponse(responseCode = "422", description = "INVALID_APPLICATION: errors names each file that is wrong")
    ResponseEntity<String> ofEnterprise(
            @PathVariable UUID id,
            MultipartHttpServletRequest request,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        return submissions.addEvidence(ApplicationKind.ENTERPRISE, id, request, key, language);
    }
}
