package io.realname.process.deployment;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.model.ModelFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** Reads which diagrams, tables and forms are in force: those of the latest versions of our processes. */
@Component
class FilesInForce {

    private final Catalogue catalogue;

    FilesInForce(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws IllegalStateException if nothing is deployed yet */
    VersionInForce read(CommandContext context) {
        return find(context).orElseThrow(() -> new IllegalStateException("no process of ours is deployed"));
    }

    /** All files are deployed together, so there is one deployment. If there are more, the later one counts. */
    Optional<VersionInForce> find(CommandContext context) {
        List<DeploymentEntity> deployments = catalogue.processes().stream()
                .map(KnownProcess::key)
                .map(context.getProcessDefinitionManager()::findLatestProcessDefinitionByKey)
                .filter(Objects::nonNull)
                .map(process -> process.getDeploymentId())
                .distinct()
                .map(context.getDeploymentManager()::findDeploymentById)
                .sorted(Comparator.comparing(DeploymentEntity::getDeploymentTime))
                .toList();
        Map<String, ModelFile> files = new TreeMap<>();
        deployments.forEach(deployment -> context.getResourceManager()
                .findResourcesByDeploymentId(deployment.getId())
                .forEach(resource ->
                        files.put(resource.getName(), new ModelFile(resource.getName(), resource.getBytes()))));
        if (deployments.isEmpty()) {
            return Optional.empty();
        }
        DeploymentEntity last = deployments.get(deployments.size() - 1);
        return Optional.of(new VersionInForce(last.getId(), last.getName(), files));
    }
}
