package io.realname.sandbox;

import io.realname.sandbox.jdcloud.PaymentScenario;
import io.realname.sandbox.tencent.LicenceScenario;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the scenario of a number or code. Notes which scenarios were repaired, and which first calls were made. */
public final class Stage {

    private static final int END_OF_ACCOUNT = 4;
    private static final int END_OF_CREDIT_CODE = 2;

    private final Set<String> repaired = ConcurrentHashMap.newKeySet();
    private final Set<String> firstCalls = ConcurrentHashMap.newKeySet();

    public Scenario scenario(MobileKey mobile) {
        return Scenario.ofTail(played(mobile.tail()));
    }

    public PaymentScenario payment(String account) {
        return PaymentScenario.ofTail(played(end(account, END_OF_ACCOUNT)));
    }

    public LicenceScenario licence(String creditCode) {
        String unchecked = creditCode.substring(0, creditCode.length() - 1);
        return LicenceScenario.ofTail(played(end(unchecked, END_OF_CREDIT_CODE)));
    }

    /** True for the first call with this action for this number or code. */
    public boolean isFirstCall(String action, String whose) {
        return firstCalls.add(action + " " + whose);
    }

    /** From now on, calls for numbers and codes with this end succeed. */
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

    private String played(String tail) {
        return repaired.contains(tail) ? "repaired" : tail;
    }

    private static String end(String text, int length) {
        return text.substring(Math.max(0, text.length() - length));
    }
}
