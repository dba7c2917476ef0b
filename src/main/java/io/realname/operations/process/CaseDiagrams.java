package io.realname.operations.process;

import io.realname.operations.process.CaseDiagram.Step;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where an application stands in the diagrams, and the way that it has taken. */
@Component
class CaseDiagrams {

    /** The most instances of one application, and the most steps of one instance, that are shown. */
    private static final int MOST = 200;

    /** What is no step of its own: it lets others begin or contains them. */
    private static final Set<String> NO_STEPS =
            Set.of("exclusiveGateway", "parallelGateway", "eventBasedGateway", "subProcess", "multiInstanceBody");

    private final String cockpit;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final ManagementService jobs;

    CaseDiagrams(ProcessEngine engine, HistoryService history, RuntimeService runtime, ManagementService jobs) {
        this.cockpit = "/camunda/app/cockpit/" + engine.getName() + "/#/process-instance/";
        this.history = history;
        this.runtime = runtime;
        this.jobs = jobs;
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
        List<Step> steps = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(id)
                .orderPartiallyByOccurrence()
                .asc()
                .listPage(0, MOST)
                .stream()
                .filter(activity -> !NO_STEPS.contains(activity.getActivityType()))
                .map(activity -> step(id, activity, incidents))
                .toList();
        return new CaseDiagram(
                id,
                instance.getProcessDefinitionKey(),
                named(instance.getProcessDefinitionName(), instance.getProcessDefinitionKey()),
                instance.getProcessDefinitionVersion(),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()),
                running ? address(id) : null,
                steps.stream().filter(step -> step.endedAt() == null).toList(),
                steps.stream().filter(step -> step.endedAt() != null).toList());
    }

    private Step step(String instance, HistoricActivityInstance activity, Map<String, String> incidents) {
        String id = activity.getActivityId();
        boolean open = activity.getEndTime() == null;
        return new Step(
                id,
                named(activity.getActivityName(), id),
                activity.getActivityType(),
                activity.getStartTime().toInstant(),
                instant(activity.getEndTime()),
                open ? incidents.get(id) : null,
                open ? retriedAt(instance, id) : null);
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
                .filter(job -> job.getExceptionMessage() != null && job.getDuedate() != null)
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static String named(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name.replaceAll("\\s+", " ");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
