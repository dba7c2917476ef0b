package io.realname.diagram.catalogue;

import java.util.List;

/**
 * A decision table that the application itself asks, besides the diagrams that do.
 *
 * @param key the decision's id
 * @param reads the facts that the application hands over
 * @param answers the outputs that the application reads
 */
public record KnownTable(String key, List<DiagramFact> reads, List<DiagramFact> answers) {

    public KnownTable {
        reads = List.copyOf(reads);
        answers = List.copyOf(answers);
    }
}
