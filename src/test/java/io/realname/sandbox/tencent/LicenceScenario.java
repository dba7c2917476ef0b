package io.realname.sandbox.tencent;

import java.util.Arrays;

/** How the sandbox answers for a licence; the two characters before the credit code's check character decide it. */
public enum LicenceScenario {
    NAME_DIFFERS("01"),
    NOT_IN_FORCE("02"),
    ANSWER_LATE_ONCE("03"),
    DOWN("04"),
    SYSTEM_ERROR_ONCE("05"),
    ALL_WELL("");

    private final String tail;

    LicenceScenario(String tail) {
        this.tail = tail;
    }

    public static LicenceScenario ofTail(String tail) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.tail.equals(tail))
                .findFirst()
                .orElse(ALL_WELL);
    }
}
