package io.realname.process.savings;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Removes the transient variables of an instance before it waits: nobody can read them afterwards. If the engine finds
 * some at the commit, it remembers that the instance has variables, and asks for them in each later transaction.
 */
final class FactsUntilAWait extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
        ActivityImpl next = (ActivityImpl) transition.getDestination();
        if (next.isAsyncBefore() || waits(next.getActivityBehavior())) {
            ExecutionListener forget = execution -> forgetAllBut(Set.of(), execution);
            transition.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, forget);
        }
    }

    private static boolean waits(ActivityBehavior behavior) {
        return behavior instanceof EventBasedGatewayActivityBehavior
                || behavior instanceof IntermediateCatchEventActivityBehavior
                || behavior instanceof ReceiveTaskActivityBehavior;
    }

    /** The process that is called gets copies of some. */
    @Override
    public void parseCallActivity(Element call, ScopeImpl scope, ActivityImpl activity) {
        Set<String> handedOver = new HashSet<>();
        Element extensions = call.element("extensionElements");
        if (extensions != null) {
            extensions.elements("in").forEach(in -> handedOver.add(String.valueOf(in.attribute("source"))));
        }
        ExecutionListener forget = execution -> forgetAllBut(handedOver, execution);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, forget);
    }

    private static void forgetAllBut(Set<String> handedOver, DelegateExecution execution) {
        VariableMap known = execution.getVariablesTyped(false);
        for (String name : known.keySet()) {
            TypedValue value = known.getValueTyped(name);
            if (value.isTransient() && !handedOver.contains(name)) {
                execution.removeVariable(name);
            }
        }
    }
}
