package io.realname.diagram.catalogue;

import java.util.List;

/**
 * A task for people, as its listeners need it.
 *
 * @param id the user task's id
 * @param process the process that it belongs to
 * @param listeners all listeners that it must have
 */
public record ReviewTask(String id, String process, List<Listener> listeners) {

    /**
     * @param event when it runs: {@code create}, {@code assignment}, {@code complete} or {@code delete}
     * @param delegate the name in its delegate expression
     * @param otherwise completes "otherwise …"
     */
    public record Listener(String event, String delegate, String otherwise) {}

    public ReviewTask {
        listeners = List.copyOf(listeners);
    }
}
