package io.realname.diagram.table;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.catalogue.KnownTable;
import io.realname.diagram.model.Table;
import java.util.Optional;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/** Which facts the columns of a table stand for. */
final class Columns {

    private Columns() {}

    /** The fact that the column reads, if the application knows it. */
    static Optional<DiagramFact> of(Table table, Input input, Catalogue catalogue) {
        String name = Table.fact(input);
        return catalogue
                .table(table.key())
                .flatMap(known -> named(known.reads(), name))
                .or(() -> Optional.ofNullable(catalogue.facts().get(name)));
    }

    /** The fact that the column answers, if the application expects certain values of it. */
    static Optional<DiagramFact> of(Table table, Output output, Catalogue catalogue) {
        String name = String.valueOf(output.getName());
        return catalogue
                .table(table.key())
                .map(KnownTable::answers)
                .flatMap(answers -> named(answers, name))
                .or(() -> Optional.ofNullable(catalogue.facts().get(name)));
    }

    private static Optional<DiagramFact> named(Iterable<DiagramFact> facts, String name) {
        for (DiagramFact fact : facts) {
            if (fact.name().equals(name)) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    /** The type that a column of this kind has in a table. */
    static String type(FactKind kind) {
        if (kind instanceof FactKind.Flag) {
            return "boolean";
        }
        return kind instanceof FactKind.Count ? "integer" : "string";
    }
}
