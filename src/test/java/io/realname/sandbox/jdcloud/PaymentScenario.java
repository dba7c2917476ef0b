package io.realname.sandbox.jdcloud;

import java.util.Arrays;

/** How the sandbox handles payments to a corporate account; the last four digits of the account decide it. */
public enum PaymentScenario {
    ACCOUNT_REFUSED("0001"),
    RETURNED("0002"),
    ANSWER_LATE_ONCE("0003"),
    DOWN("0004"),
    SLOW("0005"),
    ALL_WELL("");

    private final String tail;

    PaymentScenario(String tail) {
        this.tail = tail;
    }

    public static PaymentScenario ofTail(String tail) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.tail.equals(tail))
                .findFirst()
                .orElse(ALL_WELL);
    }
}
