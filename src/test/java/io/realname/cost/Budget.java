package io.realname.cost;

/**
 * What one application of each kind may cost without any trouble, from the account's PUT to the last GET.
 * {@link HappyPathCostTest} counts it at each build.
 */
public enum Budget {
    NEW_USER("new user", new Cost(80, 11, 2)),
    /** For an account at another site. */
    ASSOCIATION("association", new Cost(69, 7, 1)),
    /** One reviewer approves, and the period for objections ends. The holder is told by SMS. */
    APPEAL("appeal with three files, one reviewer approves, nobody objects", new Cost(185, 13, 1)),
    /** The register is asked, one reviewer approves, a small amount is paid. */
    ENTERPRISE("enterprise with six files, one reviewer approves", new Cost(231, 22, 4));

    /** In words. */
    public final String path;

    public final Cost cost;

    Budget(String path, Cost cost) {
        this.path = path;
        this.cost = cost;
    }

    /**
     * @param statements of requests and of jobs, autonomous transactions included
     * @param commits of transactions, those included that only hand a connection back
     * @param calls to providers
     */
    public record Cost(int statements, int commits, int calls) {}
}
