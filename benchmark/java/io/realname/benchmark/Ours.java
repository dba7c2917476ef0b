package io.realname.benchmark;

import io.realname.benchmark.DurablePostgres.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** realname, as it is packaged. */
final class Ours {

    private Ours() {}

    static RunningSystem start(Database database, int port, int sandboxPort, NewKeys keys, Path jar, Path log)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "CAMUNDA_BPM_ADMIN_USER_ID", "chief",
                "CAMUNDA_BPM_ADMIN_USER_PASSWORD", "Quite-Long-2026",
                "REALNAME_EVIDENCE_SCANNER", "none",
                // So that the provider's rate does not limit what is measured.
                "REALNAME_CALLS_BANK_CARD_CHECKS_PER_SECOND", "1000",
                "REALNAME_CLIENTS_0_NAME", "mall",
                "REALNAME_CLIENTS_0_ROLES", "CLIENT,ACCOUNTS"));
        settings.putAll(Providers.at(sandboxPort));
        settings.putAll(keys.settings());
        return RunningSystem.start("ours", database, port, List.of("-jar", jar.toString()), settings, log);
    }
}
