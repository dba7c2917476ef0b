package io.realname.operations.process;

import io.realname.diagram.flow.Names;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names by which Cockpit and the runbook call diagrams and their steps: those of the latest version. */
@Component
class StepNames {

    private final RepositoryService repository;

    StepNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** @return the key itself if the diagram has no name */
    String diagram(String key) {
        ProcessDefinition latest = latest(key);
        return latest == null || latest.getName() == null ? key : latest.getName();
    }

    /** @return the id itself if the latest version has no such step, or if it has no name */
    String step(String key, String id) {
        ProcessDefinition latest = latest(key);
        return latest == null
                ? id
                : Names.label(repository.getBpmnModelInstance(latest.getId()).getModelElementById(id), id);
    }

    private @Nullable ProcessDefinition latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }
}
