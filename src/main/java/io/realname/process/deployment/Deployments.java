package io.realname.process.deployment;

import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import io.realname.process.deployment.DeploymentResult.Deployed;
import io.realname.process.deployment.DeploymentResult.Proposed;
import io.realname.process.deployment.DeploymentResult.Unchanged;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Changes the diagrams and tables while the application runs. What an analyst sends is completed with the files that are
 * in force, and deployed as one new version, at once or after a second person has approved it. Whoever calls this has
 * checked that the person may.
 */
@Component
@EnableConfigurationProperties(DeploymentsProperties.class)
public class Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    private final AloneInTheEngine alone;
    private final FilesInForce inForce;
    private final ModelChecks checks;
    private final DeploymentTrail trail;
    private final RepositoryService repository;
    private final DeploymentsProperties settings;

    Deployments(
            AloneInTheEngine alone,
            FilesInForce inForce,
            ModelChecks checks,
            DeploymentTrail trail,
            RepositoryService repository,
            DeploymentsProperties settings) {
        this.alone = alone;
        this.inForce = inForce;
        this.checks = checks;
        this.trail = trail;
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * Deploys the files, or stores them as a proposal if a second person has to approve.
     *
     * @throws RefusedDeploymentException if a file is not known, or the set breaks a rule; then nothing is stored
     */
    public DeploymentResult deploy(String analyst, Submission submission) {
        return alone.run(analyst, context -> {
            VersionInForce now = inForce.read(context);
            SentFiles sent = SentFiles.of(submission.files(), now).named(submission.name(), alone.ownName());
            List<ModelFile> changed = now.changed(sent.files());
            List<ModelFile> all = now.with(changed);
            if (!sent.faults().isEmpty() || settings.approval() && !changed.isEmpty()) {
                refuse(sent.faults(), checks.faults(all, context));
            }
            if (changed.isEmpty()) {
                return new Unchanged(now.deployment(), now.name());
            }
            Optional<Proposal> same = settings.approval() ? same(analyst, now, changed) : Optional.empty();
            if (same.isPresent()) {
                return new Proposed(same.get().id(), same.get().name(), names(changed));
            }
            UUID change = trail.propose(analyst, submission.name(), now.deployment(), all, changed);
            if (settings.approval()) {
                LOG.info("{} proposes the change {} of {}", analyst, change, names(changed));
                return new Proposed(change, submission.name(), names(changed));
            }
            return deploy(change, analyst, submission.name(), submission.source(), all, changed);
        });
    }

    /** The changes that wait for a second person, the newest first. */
    public List<OpenProposal> open() {
        return alone.read(context -> {
            String now = inForce.read(context).deployment();
            return trail.open().stream()
                    .map(proposal ->
                            new OpenProposal(proposal, !proposal.replaces().equals(now)))
                    .toList();
        });
    }

    /**
     * A file that a proposal changes.
     *
     * @param file its name, such as {@code bpmn/appeal.bpmn}
     */
    public Optional<ModelFile> proposed(UUID proposal, String file) {
        return trail.changedBy(proposal).stream()
                .filter(changed -> changed.name().equals(file))
                .findFirst();
    }

    /**
     * Who brought these deployments into force; without those that a release of realname brought.
     *
     * @param deployments the engine's ids, at least one
     */
    public Map<String, DeployedBy> people(Collection<String> deployments) {
        return trail.people(deployments);
    }

    /** A file that is in force. */
    public Optional<ModelFile> current(String file) {
        return alone.read(
                context -> Optional.ofNullable(inForce.read(context).files().get(file)));
    }

    /**
     * Deploys a proposal, if its version is still the one that it was made for.
     *
     * @throws RefusalException {@code NOT_FOUND}, {@code PROPOSAL_DECIDED}; {@code PROPOSAL_IS_OWN} if the person made it;
     *     {@code PROPOSAL_OVERTAKEN} if another version has come into force since
     * @throws RefusedDeploymentException if it breaks a rule by now
     */
    public Deployed approve(String person, UUID id) {
        return alone.run(person, context -> {
            Proposal proposal = undecided(id);
            if (proposal.isBy(person)) {
                throw new RefusalException(Refusal.of(RefusalCode.PROPOSAL_IS_OWN));
            }
            VersionInForce now = inForce.read(context);
            if (!proposal.replaces().equals(now.deployment())) {
                throw new RefusalException(Refusal.of(RefusalCode.PROPOSAL_OVERTAKEN));
            }
            List<ModelFile> changed = trail.changedBy(id);
            return deploy(id, person, proposal.name(), "approved", now.with(changed), changed);
        });
    }

    /**
     * Ends a proposal. Whoever made it may do so too.
     *
     * @throws RefusalException {@code NOT_FOUND}, {@code PROPOSAL_DECIDED}
     */
    public void decline(String person, UUID id) {
        alone.run(person, context -> {
            undecided(id);
            trail.declined(id, person);
            LOG.info("{} declines the change {}", person, id);
            return id;
        });
    }

    private Deployed deploy(
            UUID change,
            String person,
            String name,
            String source,
            Collection<ModelFile> all,
            Collection<ModelFile> changed) {
        DeploymentBuilder builder = repository.createDeployment().name(name).source(source);
        all.forEach(file -> builder.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
        DeploymentWithDefinitions deployment = builder.deployWithResult();
        trail.deployed(change, person, deployment.getId());
        LOG.info("{} deploys the change {} of {} as {}", person, change, names(changed), deployment.getId());
        return new Deployed(deployment, names(changed));
    }

    /** The proposal that the analyst has sent already: who presses the button twice proposes once. */
    private Optional<Proposal> same(String analyst, VersionInForce now, List<ModelFile> changed) {
        return trail.open().stream()
                .filter(proposal ->
                        proposal.isBy(analyst) && proposal.replaces().equals(now.deployment()))
                .filter(proposal -> VersionInForce.isSame(trail.changedBy(proposal.id()), changed))
                .findFirst();
    }

    private Proposal undecided(UUID id) {
        return trail.open(id)
                .orElseThrow(() -> new RefusalException(
                        Refusal.of(trail.exists(id) ? RefusalCode.PROPOSAL_DECIDED : RefusalCode.NOT_FOUND)));
    }

    private static void refuse(List<Finding> ofNames, List<Finding> ofRules) {
        List<Finding> faults = new ArrayList<>(ofNames);
        faults.addAll(ofRules);
        if (!faults.isEmpty()) {
            throw new RefusedDeploymentException(faults);
        }
    }

    private static List<String> names(Collection<ModelFile> files) {
        return files.stream().map(ModelFile::name).toList();
    }

    /**
     * @param analyst who changed the files
     * @param approver who agreed; the same person where nobody had to
     */
    public record DeployedBy(String analyst, String approver) {}

    /** @param overtaken whether another version has come into force since, so that nobody can approve it any more */
    public record OpenProposal(Proposal proposal, boolean overtaken) {}
}
