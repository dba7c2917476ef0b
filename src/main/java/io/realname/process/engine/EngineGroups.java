package io.realname.process.engine;

import java.util.List;

/** The engine's groups by their ids. */
public final class EngineGroups {

    /**
     * Client apps at the engine's REST API. The group has no members; the filter of that API sets it for the time of a
     * request.
     */
    public static final String CLIENTS = "clients";

    /** Those who look after the running application in Cockpit. */
    public static final String OPERATORS = "operators";

    public static final String APPEAL_REVIEW = "appeal-review";
    public static final String SENIOR_REVIEW = "senior-review";
    public static final String ENTERPRISE_REVIEW = "enterprise-review";
    /** Those who draw the diagrams, and deploy them from Camunda Modeler. */
    public static final String ANALYSTS = "analysts";

    /** The groups that decide in Tasklist. */
    public static final List<String> REVIEWERS = List.of(APPEAL_REVIEW, SENIOR_REVIEW, ENTERPRISE_REVIEW);

    private EngineGroups() {}
}
