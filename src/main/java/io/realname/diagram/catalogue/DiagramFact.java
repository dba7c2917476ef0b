package io.realname.diagram.catalogue;

/** A small value that a step or a table leaves, and that gateways, tables and other steps read. Never personal data. */
public interface DiagramFact {

    /** The variable's name in the diagrams. */
    String name();

    FactKind kind();

    static DiagramFact of(String name, FactKind kind) {
        return new Named(name, kind);
    }

    /** A fact that only diagrams and tables know. */
    record Named(String name, FactKind kind) implements DiagramFact {}
}
