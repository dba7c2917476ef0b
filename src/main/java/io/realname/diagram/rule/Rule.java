package io.realname.diagram.rule;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import java.util.List;
import java.util.stream.Stream;

/** A rule that sound diagrams keep. */
@FunctionalInterface
public interface Rule {

    Stream<Finding> check(Checked checked);

    /** All rules of diagrams. */
    List<Rule> OF_DIAGRAMS = List.of(
            new ProcessesAreKnown(),
            new IdsStay(),
            new NamesAreThere(),
            new KindsAreKnown(),
            new NoHiddenCode(),
            new StepsExist(),
            new JobsAreDrawn(),
            new TimersAreDurations(),
            new GatewaysAreTotal(),
            new ConditionsCompare(),
            new FactsAreThere(),
            new OrderIsKept(),
            new EndsStateAnOutcome(),
            new CallsFindTheirDiagram(),
            new TablesAreAsked(),
            new ReviewsAreGuarded(),
            new ErrorsAreCaught(),
            new MessagesAreKnown(),
            new EverythingIsReached(),
            new EverythingIsDrawn());
}
