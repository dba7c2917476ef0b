package io.realname.sandbox.jdcloud;

import java.util.Arrays;

/** What the sandbox plays for a corporate account, by its last four digits. */
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
