package io.realname.process.deployment;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams, tables and forms under their paths in the project, such as {@code bpmn/forms/review.html}. By
 * default the engine names a resource by its absolute path if the app runs from a folder, and by its file name if the
 * app runs from the jar. Form keys contain the resource's name, so they would work in neither case.
 */
@Component
class DeployedModels extends DefaultDeploymentConfiguration {

    @Override
    public Set<Resource> getDeploymentResources() {
        return super.getDeploymentResources().stream().map(DeployedModel::of).collect(Collectors.toSet());
    }
}
