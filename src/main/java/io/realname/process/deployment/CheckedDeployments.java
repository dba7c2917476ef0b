package io.realname.process.deployment;

import io.realname.diagram.DiagramRules;
import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses a deployment that breaks a rule of the diagrams, whoever deploys: the application at its start, an
 * administrator, the Modeler over REST. Sees the whole deployment, before the engine parses a part of it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class CheckedDeployments extends AbstractProcessEnginePlugin implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedDeployments.class);

    private final Catalogue catalogue;
    private final DiagramRules rules;

    CheckedDeployments(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.rules = new DiagramRules(catalogue);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomPreDeployers(), List.of()));
        deployers.add(this);
        engine.setCustomPreDeployers(deployers);
    }

    /** @throws RefusedDeploymentException if the deployment is new and breaks a rule */
    @Override
    public void deploy(DeploymentEntity deployment) {
        // The engine also comes here to parse an older deployment again, which must go on to run.
        if (!deployment.isNew()) {
            return;
        }
        List<ModelFile> files = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .toList();
        if (files.stream().noneMatch(file -> file.isDiagram() || file.isTable())) {
            return;
        }
        long start = System.nanoTime();
        List<Finding> faults = rules.ofDeployment(files, released(Context.getCommandContext())).stream()
                .filter(Finding::isFault)
                .toList();
        LOG.info(
                "checked {} files of a deployment in {} ms: {} faults",
                files.size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                faults.size());
        if (!faults.isEmpty()) {
            throw new RefusedDeploymentException(faults);
        }
    }

    /**
     * The diagrams that are in use. None for the application's own deployment: a new version of the application must
     * start, and its tests know which ids it has changed on purpose.
     */
    private List<ModelFile> released(CommandContext context) {
        List<ModelFile> released = new ArrayList<>();
        if (context.getAuthenticatedUserId() == null) {
            return released;
        }
        for (KnownProcess process : catalogue.processes()) {
            ProcessDefinitionEntity latest =
                    context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(process.key());
            if (latest != null) {
                ResourceEntity resource = context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(latest.getDeploymentId(), latest.getResourceName());
                released.add(new ModelFile(resource.getName(), resource.getBytes()));
            }
        }
        return released;
    }
}
