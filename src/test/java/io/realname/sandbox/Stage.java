package io.realname.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which scenario is played for whom, which are over, and who has had their first call. */
final class Stage {

    private final Set<String> repaired = ConcurrentHashMap.newKeySet();
    private final Set<String> firstCalls = ConcurrentHashMap.newKeySet();

    Scenario scenario(MobileKey mobile) {
        return repaired.contains(mobile.tail()) ? Scenario.ALL_WELL : Scenario.ofTail(mobile.tail());
    }

    /** True once for each number and action. */
    boolean isFirstCall(String action, MobileKey mobile) {
        return firstCalls.add(action + " " + mobile.digits());
    }

    /** From now on all is well for numbers that end so. */
    void repair(String tail) {
        repaired.add(tail);
    }

    /** Undoes {@link #repair}. */
    void breakAgain(String tail) {
        repaired.remove(tail);
    }

    void reset() {
        repaired.clear();
        firstCalls.clear();
    }
}
