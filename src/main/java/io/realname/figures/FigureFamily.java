package io.realname.figures;

import java.util.List;

/**
 * Numbers that one query reads from the database. So every node of the cluster reports the same; a Prometheus query
 * takes their {@code max}, not their {@code sum}.
 */
public interface FigureFamily {

    /** The value of the label {@code family}. */
    String name();

    /** Reads all numbers with one query, which must be cheap: it runs several times a minute on each node. */
    List<Figure> read();
}
