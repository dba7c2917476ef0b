package io.realname.benchmark;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** realname, as it is packaged. */
final class Ours {

    private Ours() {}

    static RunningSystem start(String name, Surroundings surroundings) throws IOException, InterruptedException {
        return surroundings.start(
                name, List.of("-jar", surroundings.installed().jar().toString()), settings(surroundings.keys()));
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
