package io.realname.cost;

/**
 * What one application of each kind may cost without any trouble, from the account's PUT to the last GET.
 * {@link HappyPathCostTest} counts it at each build.
 */
public enum Budget {
    NEW_USER("new user", 80, 11, 2),
    /** For an account at another site. */
    ASSOCIATION("association", 69, 7, 1),
    /** One reviewer approves, and the period for objections ends. The holder is told by SMS. */
    APPEAL("appeal with three files, one reviewer approves, nobody objects", 185, 13, 1),
    /** The register is asked, one reviewer approves, a small amount is paid. */
    ENTERPRISE("enterprise with six files, one reviewer approves", 231, 22, 4);

    private final String path;
    private final int statements;
    private final int commits;
    private final int calls;

    /**
     * @param path in words
     * @param statements of requests and of jobs, autonomous transactions included
     * @param commits of transactions, those included that only hand a connection back
     * @param calls to providers
     */
    Budget(String path, int statements, int commits, int calls) {
        this.path = path;
        this.statements = statements;
        this.commits = commits;
        this.calls = calls;
    }

    public String path() {
        return path;
    }

    public int statements() {
        return statements;
    }

    public int commits() {
        return commits;
    }

    public int calls() {
        return calls;
    }
}
