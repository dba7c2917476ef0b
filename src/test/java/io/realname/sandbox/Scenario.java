package io.realname.sandbox;

import java.util.Arrays;

/** What the sandbox plays for a mobile number, by its last four digits. */
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
