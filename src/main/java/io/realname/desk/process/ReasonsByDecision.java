package io.realname.desk.process;

import io.realname.appeal.AppealReason;
import io.realname.application.ApplicationKind;
import io.realname.desk.RejectionReasons;
import io.realname.review.BothLanguages;
import io.realname.review.ReasonWords;
import io.realname.review.ReviewReason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code reasons-of-rejection}, which an analyst may change. Its latest version counts. */
@Component
class ReasonsByDecision implements RejectionReasons, ReasonWords {

    static final String KEY = "reasons-of-rejection";

    private final DecisionService decisions;
    private final RepositoryService repository;
    /** The key is the id of the decision definition. A new version of the table has a new id. */
    private final ConcurrentMap<String, Map<ReviewReason, BothLanguages>> words = new ConcurrentHashMap<>();

    ReasonsByDecision(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Set<ReviewReason> of(ApplicationKind kind, @Nullable AppealReason appealReason, boolean objected) {
        Set<ReviewReason> reasons = new LinkedHashSet<>();
        decisions
                .evaluateDecisionTableByKey(
                        KEY,
                        Variables.putValue("applicationKind", kind.name())
                                .putValue("appealReason", appealReason == null ? "NONE" : appealReason.name())
                                .putValue("objected", objected))
                .collectEntries("reason")
                .forEach(code -> reasons.add(ReviewReason.valueOf(String.valueOf(code))));
        return reasons;
    }

    @Override
    public Map<ReviewReason, BothLanguages> all() {
        String decision = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(KEY)
                .latestVersion()
                .singleResult()
                .getId();
        return words.computeIfAbsent(decision, this::read);
    }

    private Map<ReviewReason, BothLanguages> read(String decision) {
        Map<ReviewReason, BothLanguages> read = new LinkedHashMap<>();
        for (Rule rule : repository.getDmnModelInstance(decision).getModelElementsByType(Rule.class)) {
            List<String> answers = rule.getOutputEntries().stream()
                    .map(ReasonsByDecision::text)
                    .toList();
            read.putIfAbsent(ReviewReason.valueOf(answers.get(0)), new BothLanguages(answers.get(1), answers.get(2)));
        }
        return Collections.unmodifiableMap(read);
    }

    /** What stands between the quotation marks of a text in FEEL. */
    private static String text(OutputEntry entry) {
        String literal = entry.getText().getTextContent().strip();
        return literal.substring(1, literal.length() - 1);
    }
}
