package io.realname.diagram.flow;

import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Why a fact is not there where it is read. */
public sealed interface Missing {

    /** Nothing in the diagram leaves it. */
    record LeftByNobody() implements Missing {}

    /** It is not left on one of the ways: the one that comes over this node. */
    record OnOneWay(FlowNode over) implements Missing {}

    /** It was there, but only until the process waited at this node. */
    record LostByWaiting(FlowNode at) implements Missing {}

    /** A table has decided it, but this node has changed since what the table had read. */
    record OutOfDate(FlowNode changedBy) implements Missing {}
}
