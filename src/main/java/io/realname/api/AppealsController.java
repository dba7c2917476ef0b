package io.realname.api;

import io.realname.application.ApplicationKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
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

    private final FormSubmissions submissions;

    AppealsController(FormSubmissions submissions) {
        this.submissions = submissions;
    }

    // The start methods of all kinds look alike, but each has its own texts, which clients read in the API document.
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "startAppeal",
            summary = "Appeal",
            description =
                    "Evidence: JPEG, PNG, HEIC or PDF, 5 MiB a file, 10 files, 6 of them \"other\"; both sides of the document, a photo of the"
                            + " person holding it, and for NOT_MY_OPERATION the account's ownership certificate. What is missing"
                            + " can be added later (ADD_EVIDENCE).")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Requests.AppealForm.class)))
    @StartsApplication("Taken; it may have ended already, for example with HOLDER_HAS_OPEN_BUSINESS")
    @ApiResponse(
            responseCode = "409",
            description = "ACCOUNT_ALREADY_VERIFIED, APPLICATION_IN_PROGRESS (also another appeal about the identity)")
    @ApiResponse(
            responseCode = "422",
            description = "INVALID_APPLICATION: errors names each field and file that is wrong")
    ResponseEntity<String> start(
            MultipartHttpServletRequest request,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        return submissions.start(ApplicationKind.APPEAL, "appeal", request, key, language);
    }
}
