package io.realname.dev;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that the file {@code postmaster.pid} of a data folder names. The file may be old: the process
 * with this number may have ended, or the number may now belong to another process.
 */
record Postmaster(Path folder, long pid) {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    /** Reads {@code postmaster.pid}. A server removes this file when it stops, but not when it is killed. */
    static Optional<Postmaster> of(Path folder) {
        try {
            List<String> lines = Files.readAllLines(pidFile(folder));
            return Optional.of(
                    new Postmaster(folder, Long.parseLong(lines.get(0).strip())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process runs, is a PostgreSQL server, and works on this folder. */
    boolean alive() {
        return process().isPresent();
    }

    /**
     * Makes the folder free. Asks a server that no app uses (see {@link FolderLock}) to stop. It stops once its clients
     * are gone; they ended with the killed app. If it does not stop in time, it is killed; no committed data are lost.
     */
    void stop() {
        process().ifPresent(process -> {
            log.info("Stopping PostgreSQL (process {}), left on {} by an app that was killed", pid, folder);
            process.destroy();
            try {
                await().atMost(Duration.ofSeconds(15)).until(this::gone);
            } catch (ConditionTimeoutException e) {
                process.destroyForcibly();
                await().atMost(Duration.ofSeconds(15)).until(this::gone);
            }
        });
        try {
            // If the file named a living process, even an unrelated one, the next server would not start.
            Files.deleteIfExists(pidFile(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file is removed just before the process ends. Without a reaper of orphans, the process seems to stay. */
    private boolean gone() {
        return !Files.exists(pidFile(folder)) || !alive();
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> {
            ProcessHandle.Info info = process.info();
            boolean postgres = info.command()
                    .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                    .orElse(false);
            // Windows does not show the arguments.
            boolean here = info.arguments()
                    .map(arguments -> List.of(arguments).contains(folder.toString()))
                    .orElse(true);
            return postgres && here;
        });
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("postmaster.pid");
    }
}
