package io.realname.analysis.process;

import io.realname.analysis.process.PeriodFigures.FlowFigure;
import io.realname.analysis.process.PeriodFigures.StepFigure;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.diagram.flow.Names;
import io.realname.process.history.PassedStepCounts;
import io.realname.process.history.PassedStepCounts.Passed;
import io.realname.process.history.PassedStepCounts.Waited;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays what was counted over a diagram. */
@Component
class FiguresOfDiagrams {

    private static final Set<String> SUCCESSES = Stream.of(OutcomeCode.values())
            .filter(code -> code.status() == ApplicationStatus.SUCCEEDED)
            .map(Enum::name)
            .collect(Collectors.toSet());

    private final PassedStepCounts counts;
    private final RepositoryService repository;
    private final ManagementService statistics;

    FiguresOfDiagrams(PassedStepCounts counts, RepositoryService repository, ManagementService statistics) {
        this.counts = counts;
        this.repository = repository;
        this.statistics = statistics;
    }

    /**
     * @param drawnOn the engine's id of the process definition whose steps and flows are told
     * @param definitions the ids of the versions that are counted
     * @param first the first day of the period, in Asia/Shanghai
     * @param last its last day
     */
    PeriodFigures of(String drawnOn, Collection<String> definitions, LocalDate first, LocalDate last) {
        BpmnModelInstance model = repository.getBpmnModelInstance(drawnOn);
        DrawnFlows drawn = new DrawnFlows(model);
        List<Passed> passed = counts.passed(definitions, first, last);
        Map<String, Waited> waited = counts.waited(definitions, first, last).stream()
                .collect(Collectors.toMap(Waited::step, Function.identity()));
        Map<String, Now> now = now(definitions);
        Map<String, Long> entered = passed.stream()
                .collect(Collectors.groupingBy(Passed::step, TreeMap::new, Collectors.summingLong(Passed::times)));
        List<StepFigure> steps = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> entered.containsKey(node.getId()) || now.containsKey(node.getId()))
                .map(node -> step(
                        node, entered.getOrDefault(node.getId(), 0L), now.get(node.getId()), waited.get(node.getId())))
                .toList();
        long started = passed.stream()
                .filter(one -> one.cameFrom().isEmpty())
                .mapToLong(Passed::times)
                .sum();
        List<FlowFigure> flows = flows(drawn, passed);
        return new PeriodFigures(started, steps, flows, way(drawn, flows));
    }

    private Map<String, Now> now(Collection<String> definitions) {
        return statistics.createProcessDefinitionStatisticsQuery().list().stream()
                .map(ProcessDefinitionStatistics::getId)
                .filter(definitions::contains)
                .flatMap(
                        running -> statistics.createActivityStatisticsQuery(running).includeIncidents().list().stream())
                .collect(Collectors.toMap(ActivityStatistics::getId, Now::of, Now::and));
    }

    private static StepFigure step(FlowNode node, long passed, @Nullable Now now, @Nullable Waited waited) {
        return new StepFigure(
                node.getId(),
                Names.label(node, ""),
                node.getElementType().getTypeName(),
                node instanceof EndEvent && !(node.getParentElement() instanceof SubProcess),
                passed,
                now == null ? 0 : now.waiting,
                now == null ? 0 : now.stopped,
                waited == null ? null : waited.median().toMillis(),
                waited == null ? null : waited.nine().toMillis());
    }

    private static List<FlowFigure> flows(DrawnFlows drawn, List<Passed> passed) {
        Map<SequenceFlow, Long> taken = passed.stream()
                .flatMap(one ->
                        drawn.taken(one.cameFrom(), one.step()).map(flow -> Map.entry(flow, one.times())).stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));
        Map<FlowNode, Long> bySource = taken.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().getSource(), Collectors.summingLong(Map.Entry::getValue)));
        return taken.entrySet().stream()
                .map(entry -> new FlowFigure(
                        entry.getKey().getId(),
                        entry.getValue(),
                        (double) entry.getValue()
                                / bySource.getOrDefault(entry.getKey().getSource(), entry.getValue())))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private static List<String> way(DrawnFlows drawn, List<FlowFigure> flows) {
        Map<String, Double> shares = flows.stream().collect(Collectors.toMap(FlowFigure::id, FlowFigure::share));
        return drawn.likeliestWay(FiguresOfDiagrams::isSuccess, flow -> shares.getOrDefault(flow.getId(), 0.0)).stream()
                .map(FlowNode::getId)
                .toList();
    }

    private static boolean isSuccess(FlowNode node) {
        return node instanceof EndEvent
                && Names.fields(node)
                        .filter(field -> "outcome".equals(field.getCamundaName()))
                        .anyMatch(field ->
                                SUCCESSES.contains(field.getTextContent().strip()));
    }

    private record Now(long waiting, long stopped) {

        static Now of(ActivityStatistics step) {
            return new Now(
                    step.getInstances(),
                    step.getIncidentStatistics().stream()
                            .mapToLong(IncidentStatistics::getIncidentCount)
                            .sum());
        }

        Now and(Now other) {
            return new Now(waiting + other.waiting, stopped + other.stopped);
        }
    }
}
