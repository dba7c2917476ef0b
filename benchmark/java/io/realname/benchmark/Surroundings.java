package io.realname.benchmark;

import io.realname.benchmark.DurablePostgres.Database;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all systems of a run share.
 *
 * @param folder for logs
 */
record Surroundings(DurablePostgres postgres, int sandboxPort, NewKeys keys, Installed installed, Path folder) {

    /**
     * Starts a system with a database of its own.
     *
     * @param program what {@code java} is told: {@code -jar} and a file, or {@code -cp}, a class path and a class
     * @param settings besides those of the database and the providers
     */
    RunningSystem start(String name, List<String> program, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(name, postgres.create(name.replace('-', '_')), program, settings);
    }

    /** As above, on a database that is there already: another node. */
    RunningSystem start(String name, Database database, List<String> program, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(Providers.at(sandboxPort));
        all.putAll(settings);
        return RunningSystem.start(name, database, freePort(), program, all, folder.resolve(name + ".log"));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
