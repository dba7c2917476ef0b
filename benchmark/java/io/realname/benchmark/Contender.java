package io.realname.benchmark;

import io.realname.benchmark.DurablePostgres.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The systems that are compared. */
enum Contender {
    /** realname, as it is packaged, through the typed door. */
    OURS {
        @Override
        List<String> program(Options options) {
            return List.of("-jar", options.jar().toString());
        }

        @Override
        Map<String, String> settings(int sandboxPort, NewKeys keys) {
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
            return settings;
        }
    };

    abstract List<String> program(Options options);

    abstract Map<String, String> settings(int sandboxPort, NewKeys keys);

    RunningSystem start(Database database, int port, int sandboxPort, NewKeys keys, Path folder, Options options)
            throws IOException, InterruptedException {
        String label = name().toLowerCase(Locale.ROOT);
        return RunningSystem.start(
                label, database, port, program(options), settings(sandboxPort, keys), folder.resolve(label + ".log"));
    }
}
