package io.realname.protection;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the trail records of an application. The code that writes the trail and the code that audits the
 * tables both use them.
 */
public final class ApplicationFacts {

    public static final String FOLLOWER = "by";

    private ApplicationFacts() {}

    public static String actor(String client) {
        return "client:" + client;
    }

    public static Map<String, String> registered(String kind, String site, @Nullable UUID follows) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("kind", kind);
        facts.put("site", site);
        if (follows != null) {
            facts.put("follows", follows.toString());
        }
        return facts;
    }

    public static Map<String, String> followed(UUID follower) {
        return Map.of(FOLLOWER, follower.toString());
    }

    /** @param number the name of the confirmed number, never the number itself */
    public static Map<String, String> confirmed(String number) {
        return Map.of("number", number);
    }

    public static Map<String, String> ended(String outcome, @Nullable String reason) {
        return reason == null ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "reason", reason);
    }
}
