package io.realname.process;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/** A decision table of ours by itself, without process engine and database. */
public final class DecisionTable {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision decision;

    /** @param key of the decision, which is also the name of its file */
    public DecisionTable(String key) {
        decision =
                ENGINE.parseDecision(key, DecisionTable.class.getResourceAsStream("/bpmn/decisions/" + key + ".dmn"));
    }

    /** The answer of the first rule that fits; absent if none does. */
    @Nullable
    public String answer(Map<String, ?> facts) {
        DmnDecisionResult result = ENGINE.evaluateDecision(decision, Map.copyOf(facts));
        return result.isEmpty() ? null : result.getSingleEntry();
    }

    /** All that the first rule that fits answers, by name; empty if none does. */
    public Map<String, Object> answers(Map<String, ?> facts) {
        DmnDecisionResult result = ENGINE.evaluateDecision(decision, Map.copyOf(facts));
        return result.isEmpty() ? Map.of() : Map.copyOf(result.getSingleResult().getEntryMap());
    }
}
