package io.realname.api;

import io.realname.api.upload.UploadedForm;
import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceIntake;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Examined;
import io.realname.evidence.Upload;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** Evidence for the applications that people review. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class EvidenceController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private static final String EVIDENCE = "/{id}/evidence";

    private static final String FILES =
            "JPEG, PNG, HEIC or PDF, 5 MiB a file. A file takes the place of an earlier one of the"
                    + " same name, which no longer counts; the part \"other\" may be repeated, for 6 files in all. An"
                    + " application takes 40 files in its life, those that were replaced included.";

    private final IdempotentRequests requests;
    private final Applicants applicants;
    private final EvidenceIntake intake;
    private final EvidenceFolder evidence;
    private final ApplicationProcess process;

    EvidenceController(
            IdempotentRequests requests,
            Applicants applicants,
            EvidenceIntake intake,
            EvidenceFolder evidence,
            ApplicationProcess process) {
        this.requests = requests;
        this.applicants = applicants;
        this.intake = intake;
        this.evidence = evidence;
        this.process = process;
    }

    @PostMapping(
            path = {VerificationsController.PATH + EVIDENCE, AppealsController.PATH + EVIDENCE},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "addEvidence", summary = "Add evidence that is asked for", description = FILES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = Requests.Evidence.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "ACTION_NOT_EXPECTED, APPLICATION_IN_PROGRESS (another appeal about the identity)",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "INVALID_APPLICATION: errors names each file that is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<String> ofPerson(
            @PathVariable UUID id,
            @Parameter(hidden = true) MultipartHttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(hidden = true) Locale language) {
        return add(id, request, key, language);
    }

    @PostMapping(path = EnterprisesController.PATH + EVIDENCE, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "addEnterpriseEvidence", summary = "Add evidence that is asked for", description = FILES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = Requests.EnterpriseEvidence.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "422",
            description = "INVALID_APPLICATION: errors names each file that is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<String> ofEnterprise(
            @PathVariable UUID id,
            @Parameter(hidden = true) MultipartHttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(hidden = true) Locale language) {
        return add(id, request, key, language);
    }

    private ResponseEntity<String> add(
            UUID id, MultipartHttpServletRequest request, @Nullable String key, Locale language) {
        UploadedForm form = UploadedForm.of(request);
        return Answers.respond(requests.answer(
                key,
                () -> "POST " + kind(request) + "/" + id + "/evidence\n" + form.fingerprint(),
                () -> examined(id, kind(request), form),
                files -> applicants.proceed(
                        id,
                        kind(request),
                        application -> application.expects(ActionType.ADD_EVIDENCE),
                        application -> {
                            evidence.add(application, files);
                            process.evidenceAdded(application);
                        },
                        language)));
    }

    private List<Examined> examined(UUID id, ApplicationKind kind, UploadedForm form) {
        applicants.requireExpected(id, kind, ActionType.ADD_EVIDENCE);
        List<Upload> uploads = form.uploads(kinds(kind), List.of());
        if (uploads.isEmpty()) {
            throw new RefusalException(Refusal.malformed("", "REQUIRED"));
        }
        return intake.examine(uploads);
    }

    private static Set<EvidenceKind> kinds(ApplicationKind kind) {
        return kind == ApplicationKind.ENTERPRISE ? EvidenceKind.ofEnterprises() : EvidenceKind.ofPersons();
    }

    private static ApplicationKind kind(HttpServletRequest request) {
        return ApplicationPaths.kindOf(request.getRequestURI());
    }
}
