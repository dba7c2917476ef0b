package io.realname.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** realname, as it is packaged. */
final class Ours {

    private Ours() {}

    /** @param arguments of the program */
    static RunningSystem start(String name, Surroundings surroundings, String... arguments)
            throws IOException, InterruptedException {
        return surroundings.start(name, program(surroundings, arguments), settings(surroundings.keys()));
    }

    /** Another node on the same database. */
    static RunningSystem join(String name, RunningSystem first, Surroundings surroundings)
            throws IOException, InterruptedException {
        return surroundings.start(name, first.database(), program(surroundings), settings(surroundings.keys()));
    }

    private static List<String> program(Surroundings surroundings, String... arguments) {
        return Stream.concat(Stream.of("-jar", surroundings.installed().jar().toString()), Arrays.stream(arguments))
                .toList();
    }

    static Map<String, String> settings(NewKeys keys) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "CAMUNDA_BPM_ADMIN_USER_ID", "chief",
                "CAMUNDA_BPM_ADMIN_USER_PASSWORD", "Quite-Long-2026",
                "REALNAME_EVIDENCE_SCANNER", "none",
                // So that the provider's rate does not limit what is measured.
                "REALNAME_CALLS_BANK_CARD_CHECKS_PER_SECOND", "1000",
                "REALNAME_CLIENTS_0_NAME", "mall",
                "REALNAME_CLIENTS_0_ROLES", "CLIENT,ACCOUNTS"));
        settings.putAll(keys.settings());
        return settings;
    }
}
