package io.realname.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Which nodes and flows of the diagrams were reached. Told by the engine, through listeners at each of them, and only
 * once the transaction that reached them has committed.
 *
 * <p>One for all tests of a context: a test class restarts it before its first test and asks it after its last.
 */
public class PathCoverage extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> reached = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                listenAt(process.getActivities(), process.getKey());
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** Forgets what was reached so far. */
    public void restart() {
        reached.clear();
    }

    /** The ids of what is drawn in a diagram and was not reached. */
    public Set<String> missing(String process) {
        return missing(
                Bpmn.readModelFromStream(PathCoverage.class.getResourceAsStream("/bpmn/" + process + ".bpmn")),
                reached.getOrDefault(process, Set.of()));
    }

    public static Set<String> missing(BpmnModelInstance diagram, Set<String> reached) {
        Set<String> missing = new TreeSet<>();
        for (FlowNode node : diagram.getModelElementsByType(FlowNode.class)) {
            if (!reached.contains(node.getId())) {
                missing.add(node.getId());
            }
        }
        for (SequenceFlow flow : diagram.getModelElementsByType(SequenceFlow.class)) {
            // Behind an event-based gateway the engine goes to the event that happens, not along a flow.
            String sign = flow.getSource() instanceof EventBasedGateway
                    ? flow.getTarget().getId()
                    : flow.getId();
            if (!reached.contains(sign)) {
                missing.add(flow.getId());
            }
        }
        return missing;
    }

    private void listenAt(Collection<ActivityImpl> activities, String process) {
        for (ActivityImpl activity : activities) {
            ExecutionListener atNode = execution -> note(process, activity.getId());
            activity.addListener(ExecutionListener.EVENTNAME_START, atNode);
            activity.getOutgoingTransitions().forEach(flow -> {
                ExecutionListener onFlow = execution -> note(process, flow.getId());
                activity.findOutgoingTransition(flow.getId()).addListener(ExecutionListener.EVENTNAME_TAKE, onFlow);
            });
            listenAt(activity.getActivities(), process);
        }
    }

    private void note(String process, String id) {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED,
                        context -> reached.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet())
                                .add(id));
    }
}
