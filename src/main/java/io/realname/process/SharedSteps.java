package io.realname.process;

import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.Step;
import java.util.List;

/** What diagrams of all kinds of application may contain. */
public final class SharedSteps {

    /** The facts that the table "Attempt limits" reads. */
    public static final List<? extends DiagramFact> ATTEMPTS = AttemptFacts.ALL;

    public static final List<Step> ALL = List.of(Step.of("endApplication", "End application"));

    private SharedSteps() {}
}
