package io.realname.api;

import io.realname.api.upload.UploadedForm;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceIntake;
import io.realname.evidence.EvidenceKind;
import io.realname.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Appeals: rule 4 of the guideline. */
@RestController
@RequestMapping(path = AppealsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Appeals", description = "A person gets back an identity that is bound to somebody else's account")
public class AppealsController {

    public static final String PATH = "/api/v1/appeals";

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final IdempotentRequests requests;
    private final Applicants applicants;
    private final EvidenceIntake intake;
    private final EvidenceFolder evidence;
    private final ApplicationProcess process;

    AppealsController(
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

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "startAppeal",
            summary = "Appeal",
            description =
                    "Evidence: JPEG, PNG, HEIC or PDF, 5 MiB a file, 10 files, 6 of them \"other\"; both sides of the document, a photo of the"
                            + " person holding it, and for NOT_MY_OPERATION the account's ownership certificate. What is missing"
                            + " can be added later (ADD_EVIDENCE).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = Requests.AppealForm.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Taken; it may have ended already, for example with HOLDER_HAS_OPEN_BUSINESS",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "ACCOUNT_ALREADY_VERIFIED, APPLICATION_IN_PROGRESS (also another appeal about the identity)",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "INVALID_APPLICATION: errors names each field and file that is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<String> start(
            @Parameter(hidden = true) MultipartHttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(hidden = true) Locale language) {
        UploadedForm form = UploadedForm.of(request);
        String appeal = form.json("appeal");
        return Answers.respond(requests.answer(
                key,
                () -> "POST " + PATH + "\n" + form.fingerprint("appeal"),
                () -> intake.examine(form.uploads(EvidenceKind.ofPersons(), List.of("appeal"))),
                files -> {
                    UUID id = process.newId();
                    evidence.add(id, files);
                    return applicants.start(id, ApplicationKind.APPEAL, appeal, PATH, language);
                }));
    }
}
