package io.realname.protection;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the trail tells of an application: the same words for writing it and for holding the rows against it. */
public final class TrailWords {

    public static final String FOLLOWER = "by";

    private TrailWords() {}

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

    /** @param number which number it is that was confirmed */
    public static Map<String, String> confirmed(String number) {
        return Map.of("number", number);
    }

    public static Map<String, String> ended(String outcome, @Nullable String reason) {
        return reason == null ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "reason", reason);
    }
}
