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

/** Association with a verified account: rule 3 of the guideline. */
@RestController
@RequestMapping(path = AssociationsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Associations", description = "An account is verified by another one of the same person, at another site")
class AssociationsController {

    static final String PATH = "/api/v1/associations";

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final JsonSubmissions submissions;

    AssociationsController(JsonSubmissions submissions) {
        this.submissions = submissions;
    }

    // The start methods of all kinds look alike, but each has its own texts, which clients read in the API document.
    @PostMapping(consumes = JSON)
    @Operation(
            operationId = "startAssociation",
            summary = "Apply for association",
            description = "The code goes to the verified account's mobile number, which is shown masked.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.Association.class)))
    @StartsApplication("Taken; it may have ended already, for example with ACCOUNT_NOT_VERIFIED")
    @ApiResponse(responseCode = "409", description = "ACCOUNT_ALREADY_VERIFIED, APPLICATION_IN_PROGRESS")
    @ApiResponse(responseCode = "422", description = "INVALID_APPLICATION: errors names each field that is wrong")
    ResponseEntity<String> start(
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        return submissions.start(ApplicationKind.ASSOCIATION, body, key, language);
    }
}
