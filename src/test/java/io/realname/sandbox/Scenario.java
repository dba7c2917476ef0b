package io.realname.sandbox;

import java.util.Arrays;

/** How the sandbox answers for a mobile number; the last four digits of the number decide it. */
public enum Scenario {
    DETAILS_DO_NOT_MATCH("0001"),
    CARD_LOST("0002"),
    ANSWER_LATE_ONCE("0003"),
    BANK_CHECK_DOWN("0004"),
    SMS_FREQUENCY_LIMIT("0005"),
    SMS_DOWN_ONCE("0006"),
    ALL_WELL("");

    private final String tail;

    Scenario(String tail) {
        this.tail = tail;
    }

    static Scenario ofTail(String tail) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.tail.equals(tail))
                .findFirst()
                .orElse(ALL_WELL);
    }
}
