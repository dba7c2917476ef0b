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

/** Objections of holders to appeals: rule 4 of the guideline. */
@RestController
@RequestMapping(path = ObjectionsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Objections",
        description = "The holder of an account says something against an appeal that would take its identity")
class ObjectionsController {

    static final String PATH = "/api/v1/objections";

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final JsonSubmissions submissions;

    ObjectionsController(JsonSubmissions submissions) {
        this.submissions = submissions;
    }

    @PostMapping(consumes = JSON)
    @Operation(
            operationId = "startObjection",
            summary = "Object to the appeal against an account",
            description =
                    "A code goes to the account's own mobile number, which is shown masked. When it is right, people look at the appeal again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.Objection.class)))
    @StartsApplication("Taken; it may have ended already, for example with NOTHING_TO_OBJECT_TO")
    @ApiResponse(responseCode = "409", description = "APPLICATION_IN_PROGRESS")
    @ApiResponse(responseCode = "422", description = "INVALID_APPLICATION: errors names each field that is wrong")
    ResponseEntity<String> start(
            @org.springframework.web.bind.annotation.RequestBody String body,
            @RequestHeader(name = IdempotentRequests.KEY, required = false) @Nullable String key,
            Locale language) {
        return submissions.start(ApplicationKind.OBJECTION, body, key, language);
    }
}
