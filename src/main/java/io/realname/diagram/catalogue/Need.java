package io.realname.diagram.catalogue;

import java.util.Set;

/** How a step must be drawn, because its code relies on it. {@code otherwise} completes "otherwise …". */
public sealed interface Need {

    String otherwise();

    /** The step is a job of its own. */
    record AsynchronousBefore(String otherwise) implements Need {}

    /**
     * The step comes directly behind another one.
     *
     * @param delegate the step before it
     * @param gatewaysBetween whether gateways may stand between the two
     */
    record DirectlyBehind(String delegate, boolean gatewaysBetween, String otherwise) implements Need {}

    /**
     * On every way to the step, one of these is certain: a gateway has asked for it, or a called diagram makes sure of it.
     *
     * @param anyOf one of these is enough
     * @param how how an analyst draws it
     */
    record Certain(Set<Truth> anyOf, String how, String otherwise) implements Need {

        public Certain {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /**
     * The diagram contains a timer event with this id; the step tells its duration to people.
     *
     * @param id the timer event's id
     */
    record Deadline(String id, String otherwise) implements Need {}
}
