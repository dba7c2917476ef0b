package io.realname.process.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The diagrams, tables and forms under the names that they have in the project, such as {@code bpmn/forms/review.html}.
 * The engine would take a file's absolute path where the app runs from a folder, and the bare file name where it runs
 * from the jar; form keys, which go by the name, would work in neither.
 */
@Component
class DeployedModels extends DefaultDeploymentConfiguration {

    @Override
    public Set<Resource> getDeploymentResources() {
        return super.getDeploymentResources().stream().map(DeployedModel::of).collect(Collectors.toSet());
    }
}
