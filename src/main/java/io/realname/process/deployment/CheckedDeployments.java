package io.realname.process.deployment;

import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses a deployment that breaks a rule of the diagrams, whoever deploys: the application at its start, an analyst
 * from the Modeler, an administrator. Sees the whole deployment, before the engine parses a part of it.
 *
 * <p>People deploy by {@link Deployments} only. Nobody else would put it on the trail, or ask for a second person.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class CheckedDeployments extends AbstractProcessEnginePlugin implements Deployer {

    private final ModelChecks checks;
    private final ThroughTheDoor door;
    private final ReplacedChanges replaced;

    CheckedDeployments(ModelChecks checks, ThroughTheDoor door, ReplacedChanges replaced) {
        this.checks = checks;
        this.door = door;
        this.replaced = replaced;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomPreDeployers(), List.of()));
        deployers.add(this);
        engine.setCustomPreDeployers(deployers);
    }

    /** @throws RefusedDeploymentException if the deployment is new, and breaks a rule or takes another way */
    @Override
    public void deploy(DeploymentEntity deployment) {
        // The engine also comes here to parse an older deployment again, which must go on to run.
        if (!deployment.isNew()) {
            return;
        }
        List<ModelFile> files = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .toList();
        CommandContext context = Context.getCommandContext();
        List<Finding> faults = new ArrayList<>();
        if (files.stream().anyMatch(file -> file.isDiagram() || file.isTable())) {
            faults.addAll(checks.faults(files, context));
        }
        if (context.getAuthenticatedUserId() != null && !door.isPassed()) {
            faults.add(Finding.of(
                    "this deployment",
                    "people deploy at /engine-rest/deployment/create only, so that it is recorded who changed what.",
                    "Deploy there, as a member of the group analysts."));
        }
        if (!faults.isEmpty()) {
            throw new RefusedDeploymentException(faults);
        }
        if (context.getAuthenticatedUserId() == null) {
            replaced.tell(deployment.getName(), files, context);
        }
    }
}
