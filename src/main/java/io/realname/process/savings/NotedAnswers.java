package io.realname.process.savings;

import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformer;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformerRegistry;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The one answer of a decision table is a transient variable: only the steps in the same transaction can read it, as the
 * gateway behind the table does. The engine would store it, read it in each transaction, and delete it when the process
 * ends. The rules of diagrams refuse a diagram that reads it later.
 */
final class NotedAnswers extends AbstractBpmnParseListener {

    private static final List<String> TYPES = List.of("boolean", "integer", "long", "double", "string", "date");

    /** Lets tables answer with transient values. */
    static void of(DefaultDmnEngineConfiguration tables) {
        DmnDataTypeTransformerRegistry registry = tables.getTransformer().getDataTypeTransformerRegistry();
        for (String type : TYPES) {
            DmnDataTypeTransformer engines = registry.getTransformer(type);
            registry.addTransformer(
                    type,
                    value -> Variables.untypedValue(engines.transform(value).getValue(), true));
        }
    }

    @Override
    public void parseBusinessRuleTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        String name = task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "resultVariable");
        if (name != null) {
            // An application of a former release may have stored it, and the engine lets no stored variable become
            // transient.
            ExecutionListener forgetStored = execution -> {
                if (((AbstractVariableScope) execution).getVariableInstance(name)
                                instanceof VariableInstanceEntity stored
                        && !stored.isTransient()) {
                    stored.setTransient(true);
                    Context.getCommandContext().getDbEntityManager().delete(stored);
                }
            };
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, forgetStored);
        }
    }
}
