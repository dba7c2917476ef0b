package io.realname;

import io.realname.diagram.catalogue.Catalogue;

/** What the application offers to diagrams, for tests in other packages. */
public final class Offered {

    private Offered() {}

    public static Catalogue toDiagrams() {
        return OfferedToDiagrams.catalogue();
    }
}
