package io.realname.operations.process;

import io.realname.diagram.flow.Names;
import io.realname.operations.process.CaseDiagram.Step;
import io.realname.process.history.PassedSteps;
import io.realname.process.history.PassedSteps.PassedStep;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where an application stands in the diagrams, and the way that it has taken. */
@Component
class CaseDiagrams {

    /** The most instances of one application, and the most steps of one instance, that are shown. */
    private static final int MOST = 200;

    private final String cockpit;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final RepositoryService repository;
    private final PassedSteps passed;

    CaseDiagrams(
            ProcessEngine engine,
            HistoryService history,
            RuntimeService runtime,
            ManagementService jobs,
            RepositoryService repository,
            PassedSteps passed) {
        this.cockpit = "/camunda/app/cockpit/" + engine.getName() + "/#/process-instance/";
        this.history = history;
        this.runtime = runtime;
        this.jobs = jobs;
        this.repository = repository;
        this.passed = passed;
    }

    /** The application's instances, the first first; none if the engine has already removed their history. */
    List<CaseDiagram> of(UUID application) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(application.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, MOST)
                .stream()
                .map(this::diagram)
                .toList();
    }

    /** The address in Cockpit of the application's own instance; absent if it has ended. */
    @Nullable
    String cockpit(UUID application) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(application.toString())
                .rootProcessInstances()
                .listPage(0, 1)
                .stream()
                .map(instance -> address(instance.getId()))
                .findFirst()
                .orElse(null);
    }

    private String address(String instance) {
        return cockpit + instance + "/runtime";
    }

    private CaseDiagram diagram(HistoricProcessInstance instance) {
        String id = instance.getId();
        boolean running = instance.getEndTime() == null;
        Map<String, String> incidents = running ? incidents(id) : Map.of();
        List<Step> steps = passed.of(id).stream()
                .limit(MOST)
                .flatMap(step -> step(id, step, incidents).stream())
                .toList();
        List<Step> at = steps.stream().filter(step -> step.endedAt() == null).toList();
        return new CaseDiagram(
                id,
                instance.getProcessDefinitionKey(),
                named(instance.getProcessDefinitionName(), instance.getProcessDefinitionKey()),
                instance.getProcessDefinitionVersion(),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()),
                running ? address(id) : null,
                running
                        ? Stream.concat(at.stream(), before(instance, incidents))
                                .toList()
                        : at,
                steps.stream().filter(step -> step.endedAt() != null).toList());
    }

    /** Empty for what is no step of its own: gateways let others begin, and subprocesses contain them. */
    private Optional<Step> step(String instance, PassedStep passed, Map<String, String> incidents) {
        FlowNode drawn = repository.getBpmnModelInstance(passed.definition()).getModelElementById(passed.id());
        if (drawn == null || drawn instanceof Gateway || drawn instanceof SubProcess) {
            return Optional.empty();
        }
        String id = passed.id();
        boolean open = passed.leftAt() == null;
        return Optional.of(new Step(
                id,
                Names.label(drawn, id),
                drawn.getElementType().getTypeName(),
                passed.enteredAt(),
                passed.leftAt(),
                open ? incidents.get(id) : null,
                open ? retriedAt(instance, id) : null));
    }

    /**
     * The steps whose job runs in the background, and has not succeeded yet: the instance has not entered them, because a
     * failed job is rolled back.
     */
    private Stream<Step> before(HistoricProcessInstance instance, Map<String, String> incidents) {
        BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        return jobs.createJobQuery().processInstanceId(instance.getId()).messages().listPage(0, MOST).stream()
                .flatMap(job -> Stream.ofNullable(step(job)).map(step -> {
                    FlowNode drawn = model.getModelElementById(step);
                    return new Step(
                            step,
                            Names.label(drawn, step),
                            drawn == null ? "" : drawn.getElementType().getTypeName(),
                            job.getCreateTime() == null
                                    ? instance.getStartTime().toInstant()
                                    : job.getCreateTime().toInstant(),
                            null,
                            incidents.get(step),
                            retriedAt(job));
                }));
    }

    private Map<String, String> incidents(String instance) {
        return runtime.createIncidentQuery().processInstanceId(instance).list().stream()
                .filter(incident -> incident.getActivityId() != null)
                .collect(Collectors.toMap(
                        Incident::getActivityId,
                        incident -> named(incident.getIncidentMessage(), incident.getIncidentType()),
                        (first, second) -> first));
    }

    /** When the failed job at the step runs again by itself. */
    private @Nullable Instant retriedAt(String instance, String activity) {
        return jobs.createJobQuery().processInstanceId(instance).activityId(activity).withRetriesLeft().list().stream()
                .map(CaseDiagrams::retriedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant retriedAt(Job job) {
        return job.getRetries() > 0 && job.getExceptionMessage() != null ? instant(job.getDuedate()) : null;
    }

    /** The step of which the job is. */
    private @Nullable String step(Job job) {
        JobDefinition definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition == null ? null : definition.getActivityId();
    }

    private static String named(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name.replaceAll("\\s+", " ");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
