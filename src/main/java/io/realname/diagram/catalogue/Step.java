package io.realname.diagram.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A step that diagrams may contain: the delegate that carries it out, what the delegate reads and leaves, and how it must
 * be drawn. Immutable; the methods return a changed copy.
 *
 * @param delegate the name in the delegate expression, such as {@code checkBankCard}
 * @param label the usual name of the step in a picture
 * @param takes what a client has sent, and only this step reads: gone after it
 * @param reads facts that must be there
 * @param notes facts that the step leaves until the process waits the next time
 * @param keeps facts that the step leaves until the process ends
 * @param keepsIf facts that the step keeps in one case only
 * @param needs how the step must be drawn
 */
public record Step(
        String delegate,
        String label,
        List<String> takes,
        List<DiagramFact> reads,
        List<DiagramFact> notes,
        List<DiagramFact> keeps,
        List<KeptIf> keepsIf,
        List<Need> needs) {

    /**
     * A fact that is only kept if another one has a certain value.
     *
     * @param when a fact that the step notes too
     */
    public record KeptIf(DiagramFact fact, Truth when) {}

    public Step {
        takes = List.copyOf(takes);
        reads = List.copyOf(reads);
        notes = List.copyOf(notes);
        keeps = List.copyOf(keeps);
        keepsIf = List.copyOf(keepsIf);
        needs = List.copyOf(needs);
    }

    public static Step of(String delegate, String label) {
        return new Step(delegate, label, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public Step takes(String input) {
        return new Step(delegate, label, List.of(input), reads, notes, keeps, keepsIf, needs);
    }

    public Step reads(DiagramFact... facts) {
        return new Step(delegate, label, takes, more(reads, facts), notes, keeps, keepsIf, needs);
    }

    public Step notes(DiagramFact... facts) {
        return new Step(delegate, label, takes, reads, more(notes, facts), keeps, keepsIf, needs);
    }

    public Step notes(List<? extends DiagramFact> facts) {
        return notes(facts.toArray(DiagramFact[]::new));
    }

    public Step keeps(DiagramFact... facts) {
        return new Step(delegate, label, takes, reads, notes, more(keeps, facts), keepsIf, needs);
    }

    public Step keepsIf(DiagramFact condition, boolean value, DiagramFact fact) {
        KeptIf kept = new KeptIf(fact, new Truth(condition.name(), Boolean.toString(value)));
        return new Step(delegate, label, takes, reads, notes, keeps, more(keepsIf, kept), needs);
    }

    public Step needs(Need... more) {
        return new Step(delegate, label, takes, reads, notes, keeps, keepsIf, more(needs, more));
    }

    /** All facts that the step may leave. */
    public List<DiagramFact> leaves() {
        List<DiagramFact> all = new ArrayList<>(notes);
        all.addAll(keeps);
        keepsIf.forEach(kept -> all.add(kept.fact()));
        return all;
    }

    /** The step's usual id in a diagram, such as {@code CheckBankCard}. */
    public String usualId() {
        return Character.toUpperCase(delegate.charAt(0)) + delegate.substring(1);
    }

    @SafeVarargs
    private static <T> List<T> more(List<T> known, T... more) {
        List<T> all = new ArrayList<>(known);
        all.addAll(Arrays.asList(more));
        return Collections.unmodifiableList(all);
    }
}
