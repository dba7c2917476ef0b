package io.realname.process;

import io.realname.Offered;
import io.realname.app.CommittedFile;
import io.realname.diagram.OwnModels;
import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.flow.Names;
import io.realname.diagram.model.Models;
import io.realname.diagram.model.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.junit.jupiter.api.Test;

/** {@code bpmn/reference.md}: its tables are generated from the code, the templates, the diagrams and the tables. */
class AnalystsReferenceTest {

    private static final CommittedFile PAGE = CommittedFile.at("bpmn/reference.md", "bpmn/write-reference");
    private static final Pattern MADE = Pattern.compile("(?s)(<!-- made: ([a-z-]+) -->\n).*?(<!-- /made -->)");

    private final Catalogue catalogue = Offered.toDiagrams();
    private final Models models = OwnModels.read().models();

    @Test
    void itsTablesAreThoseOfTheCode() throws IOException {
        Map<String, String> tables = Map.of("steps", steps(), "facts", facts(), "outcomes", outcomes());
        PAGE.isHeldTo(page -> MADE.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "\n"
                        + Objects.requireNonNull(tables.get(found.group(2))) + "\n" + found.group(3))));
    }

    /** The description of a template says what the step does and leaves; how it is configured, the Modeler says itself. */
    private String steps() {
        Map<String, String> rows = new TreeMap<>();
        ElementTemplate.all()
                .forEach(template -> rows.put(
                        template.json().path("name").asText(),
                        template.description()
                                .replaceAll("\\s*(Enter the|Enter a|Write) [^.]*?(\"[^\"]*\"[^.]*)*\\.", "")
                                .strip()));
        return table(
                List.of("step", "does"),
                rows.entrySet().stream()
                        .map(row -> List.of(row.getKey(), row.getValue()))
                        .toList());
    }

    private String facts() {
        Set<String> kept = catalogue.steps().stream()
                .flatMap(step -> Stream.concat(
                        step.keeps().stream(), step.keepsIf().stream().map(Step.KeptIf::fact)))
                .map(DiagramFact::name)
                .collect(Collectors.toSet());
        List<List<String>> rows = new ArrayList<>();
        catalogue.facts().forEach((name, fact) -> {
            Collection<String> leftBy = leftBy(name);
            boolean noted = leftBy.stream().noneMatch(by -> by.startsWith("table"))
                    && !kept.contains(name)
                    && catalogue.reviewFacts().stream()
                            .noneMatch(review -> review.name().equals(name));
            rows.add(List.of("`" + name + "`", values(fact.kind()), String.join(", ", leftBy), noted ? "" : "yes"));
        });
        return table(List.of("fact", "values", "left by", "kept"), rows);
    }

    private Collection<String> leftBy(String fact) {
        Set<String> all = new LinkedHashSet<>();
        catalogue.steps().stream()
                .filter(step ->
                        step.leaves().stream().anyMatch(left -> left.name().equals(fact)))
                .map(Step::label)
                .forEach(all::add);
        models.tables().stream()
                .filter(table -> table.columns().containsKey(fact))
                .map(Table::name)
                .map(name -> "table *" + name + "*")
                .sorted()
                .forEach(all::add);
        if (catalogue.reviewFacts().stream().anyMatch(left -> left.name().equals(fact))) {
            all.add("Review by people");
        }
        return all;
    }

    private static String values(FactKind kind) {
        if (kind instanceof FactKind.Flag) {
            return "`true`, `false`";
        }
        if (kind instanceof FactKind.Count count) {
            return count.most() == Integer.MAX_VALUE ? "a number" : "a number up to " + count.most();
        }
        if (kind instanceof FactKind.Code code) {
            return new TreeSet<>(code.values())
                    .stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
        }
        if (kind instanceof FactKind.OpenCode) {
            return "a code";
        }
        if (kind instanceof FactKind.Group group) {
            return group.orNone() ? "a group, or `none`" : "a group";
        }
        return kind instanceof FactKind.Period ? "a duration" : "words";
    }

    private String outcomes() {
        Map<String, Set<String>> ends = new TreeMap<>();
        catalogue.outcomes().forEach(code -> ends.put(code, new LinkedHashSet<>()));
        models.diagrams()
                .forEach(diagram -> diagram.all(EndEvent.class)
                        .forEach(end -> Names.fields(end)
                                .filter(field -> "outcome".equals(field.getCamundaName()))
                                .forEach(field -> Objects.requireNonNull(
                                                ends.get(field.getTextContent().strip()))
                                        .add(end.getName().replaceAll("\\s+", " ")))));
        return table(
                List.of("outcome", "ends at"),
                ends.entrySet().stream()
                        .map(row -> List.of("`" + row.getKey() + "`", String.join("; ", row.getValue())))
                        .toList());
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return Stream.concat(Stream.of(head, head.stream().map(column -> "---").toList()), rows.stream())
                .map(row -> row.stream()
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }
}
