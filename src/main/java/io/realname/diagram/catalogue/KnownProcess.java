package io.realname.diagram.catalogue;

import java.util.Set;

/**
 * A process whose id the application knows.
 *
 * @param key the id of the process
 * @param startedByClients whether clients start it; other diagrams call the rest
 * @param makesCertain what is true whenever the process has ended without an error
 */
public record KnownProcess(String key, boolean startedByClients, Set<Truth> makesCertain) {

    public KnownProcess {
        makesCertain = Set.copyOf(makesCertain);
    }

    public static KnownProcess started(String key) {
        return new KnownProcess(key, true, Set.of());
    }

    public static KnownProcess called(String key, Truth... makesCertain) {
        return new KnownProcess(key, false, Set.of(makesCertain));
    }
}
