package io.realname.operations.process;

import io.realname.diagram.model.ModelFile;
import io.realname.process.deployment.DeploymentProblem;
import io.realname.process.deployment.Deployments;
import io.realname.process.deployment.Deployments.OpenProposal;
import io.realname.process.deployment.Proposal;
import io.realname.process.deployment.RefusedDeploymentException;
import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppUsers;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators and analysts the changes of the diagrams that wait for a second person, and takes their decision. */
@RestController
@RequestMapping("/operations/deployments")
class ProposalsController {

    private final WebAppUsers users;
    private final Deployments deployments;

    ProposalsController(WebAppUsers users, Deployments deployments) {
        this.users = users;
        this.deployments = deployments;
    }

    @GetMapping
    Proposals all(HttpServletRequest request) {
        String person = users.admit(request, WebAppRole.OPERATOR, WebAppRole.ANALYST);
        return new Proposals(deployments.open().stream()
                .map(open -> ShownProposal.to(person, open))
                .toList());
    }

    /**
     * A changed file, to be looked at in the Modeler. It is sent as a file to be stored, so that no browser runs it.
     *
     * @param name as the proposal lists it
     * @param inForce whether the file that is in force now is wanted, and not the proposed one
     */
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean inForce) {
        users.admit(request, WebAppRole.OPERATOR, WebAppRole.ANALYST);
        Optional<ModelFile> proposed = deployments.proposed(id, name);
        ModelFile file = (inForce && proposed.isPresent() ? deployments.current(name) : proposed)
                .orElseThrow(() -> new RefusalException(Refusal.of(RefusalCode.NOT_FOUND)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.shortName())
                                .build()
                                .toString())
                .body(file.bytes());
    }

    /** @return the engine's id of the new deployment */
    @PostMapping("/{id}/approval")
    Approved approve(HttpServletRequest request, @PathVariable UUID id) {
        String person = users.admitOwnPage(request, WebAppRole.OPERATOR, WebAppRole.ANALYST);
        return new Approved(deployments.approve(person, id).deployment().getId());
    }

    @PostMapping("/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(HttpServletRequest request, @PathVariable UUID id) {
        String person = users.admitOwnPage(request, WebAppRole.OPERATOR, WebAppRole.ANALYST);
        deployments.decline(person, id);
    }

    /** The rules have become stricter since it was proposed. */
    @ExceptionHandler
    ResponseEntity<DeploymentProblem> refused(RefusedDeploymentException e) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(DeploymentProblem.of(e));
    }

    record Proposals(List<ShownProposal> proposals) {}

    record Approved(String deployment) {}

    /**
     * @param own whether the reader has proposed it, and so cannot approve it
     * @param overtaken whether nobody can approve it, because another version has come into force since
     */
    record ShownProposal(
            UUID id, Instant at, String by, String name, List<String> changed, boolean own, boolean overtaken) {

        static ShownProposal to(String reader, OpenProposal open) {
            Proposal proposal = open.proposal();
            return new ShownProposal(
                    proposal.id(),
                    proposal.at(),
                    proposal.by(),
                    proposal.name(),
                    proposal.changed(),
                    proposal.isBy(reader),
                    open.overtaken());
        }
    }
}
