package io.realname.diagram.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A decision as it stands in a file. */
public final class Table {

    private final String file;
    private final Decision decision;
    private final @Nullable DecisionTable table;
    private final List<Input> inputs;
    private final List<Output> outputs;
    private final List<Rule> rules;

    Table(String file, Decision decision) {
        this.file = file;
        this.decision = decision;
        this.table = decision.getChildElementsByType(DecisionTable.class).stream()
                .findFirst()
                .orElse(null);
        this.inputs = table == null ? List.of() : List.copyOf(table.getInputs());
        this.outputs = table == null ? List.of() : List.copyOf(table.getOutputs());
        this.rules = table == null ? List.of() : List.copyOf(table.getRules());
    }

    public String file() {
        return file;
    }

    /** The id of the decision, by which diagrams ask it. */
    public String key() {
        return decision.getId();
    }

    public String name() {
        return Diagram.isBlank(decision.getName()) ? key() : decision.getName();
    }

    public Decision decision() {
        return decision;
    }

    /** Empty if the decision is no table, but a formula, for example. */
    public Optional<DecisionTable> table() {
        return Optional.ofNullable(table);
    }

    public List<Input> inputs() {
        return inputs;
    }

    public List<Output> outputs() {
        return outputs;
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The texts of the column's cells, one for each rule. */
    public List<String> answers(int output) {
        return rules().stream()
                .filter(rule -> rule.getOutputEntries().size() > output)
                .map(rule -> text(List.copyOf(rule.getOutputEntries()).get(output)))
                .toList();
    }

    /** The column of each output by the output's name. */
    public Map<String, Integer> columns() {
        List<Output> outputs = outputs();
        return outputs.stream()
                .filter(output -> !Diagram.isBlank(output.getName()))
                .collect(Collectors.toMap(Output::getName, outputs::indexOf, (a, b) -> a));
    }

    /** What the column is called in the Modeler. */
    public static String label(Input input) {
        return Diagram.isBlank(input.getLabel()) ? fact(input) : input.getLabel();
    }

    public static String label(Output output) {
        return Diagram.isBlank(output.getLabel()) ? String.valueOf(output.getName()) : output.getLabel();
    }

    /** The fact that the column reads. */
    public static String fact(Input input) {
        return input.getInputExpression() == null ? "" : text(input.getInputExpression());
    }

    /** The text of a cell or an expression; empty if it has none. */
    public static String text(ModelElementInstance entry) {
        return entry.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals("text"))
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    public Finding fault(String sentence, String advice) {
        return new Finding(file, name(), key(), null, sentence, advice, Finding.Weight.FAULT);
    }

    public Finding fault(Input input, String sentence, String advice) {
        return new Finding(
                file, name(), input.getId(), "column \"" + label(input) + "\"", sentence, advice, Finding.Weight.FAULT);
    }

    public Finding fault(Output output, String sentence, String advice) {
        return new Finding(
                file,
                name(),
                output.getId(),
                "column \"" + label(output) + "\"",
                sentence,
                advice,
                Finding.Weight.FAULT);
    }

    public Finding fault(Rule rule, String sentence, String advice) {
        return finding(rule, sentence, advice, Finding.Weight.FAULT);
    }

    public Finding hint(Rule rule, String sentence, String advice) {
        return finding(rule, sentence, advice, Finding.Weight.HINT);
    }

    private Finding finding(Rule rule, String sentence, String advice, Finding.Weight weight) {
        return new Finding(file, name(), rule.getId(), "rule " + number(rule), sentence, advice, weight);
    }

    /** As the Modeler numbers the rules: from 1. */
    public int number(Rule rule) {
        return rules().indexOf(rule) + 1;
    }
}
