package io.realname.analysis.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How applications went through one version of a diagram in a period, and where they are now.
 *
 * @param started how many instances began in the period
 * @param steps every step of the diagram that was passed in the period, or at which instances wait now
 * @param flows every sequence flow that was taken in the period
 * @param way the steps on the way from the start to success that most took, in this order; empty if the diagram has
 *     no such end
 */
record PeriodFigures(long started, List<StepFigure> steps, List<FlowFigure> flows, List<String> way) {

    /**
     * @param id the step's id in the diagram
     * @param end whether it is an end event of the diagram
     * @param passed how often it was entered in the period; a step in a loop may be entered more often than the diagram
     *     was started
     * @param waiting how many instances are there now
     * @param stopped how many of them as an incident
     * @param medianMs half of those that left in the period had waited at most as long, in milliseconds; absent for steps
     *     at which nothing waits
     * @param nineMs nine of ten had
     */
    record StepFigure(
            String id,
            String name,
            String type,
            boolean end,
            long passed,
            long waiting,
            long stopped,
            @Nullable Long medianMs,
            @Nullable Long nineMs) {}

    /**
     * @param id the sequence flow's id in the diagram
     * @param times how often it was taken in the period
     * @param share its part of all that left the same step by a flow, from 0 to 1
     */
    record FlowFigure(String id, long times, double share) {}
}
