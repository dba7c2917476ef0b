package io.realname.cost;

/**
 * What one application of each kind may cost without any trouble, from the account's PUT to the last GET.
 * {@link HappyPathCostTest} counts it at each build.
 */
public enum Budget {
    NEW_USER("new user", new Cost(89, 76, 11, 2)),
    /** For an account at another site. */
    ASSOCIATION("association", new Cost(81, 66, 7, 1)),
    /** One reviewer approves, and the period for objections ends. The holder is told by SMS. */
    APPEAL("appeal with three files, one reviewer approves, nobody objects", new Cost(213, 163, 13, 1)),
    /** The register is asked, one reviewer approves, a small amount is paid. */
    ENTERPRISE("enterprise with six files, one reviewer approves", new Cost(266, 209, 22, 4));

    /** In words. */
    public final String path;

    public final Cost cost;

    Budget(String path, Cost cost) {
        this.path = path;
        this.cost = cost;
    }

    /**
     * @param statements of requests and of jobs, autonomous transactions included
     * @param roundTrips how often PostgreSQL was waited for: statements that are sent together count once; commits count too
     * @param commits of transactions, those included that only hand a connection back
     * @param calls to providers
     */
    public record Cost(int statements, int roundTrips, int commits, int calls) {}
}
