package io.realname.dev;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * An embedded PostgreSQL server that keeps its data after the app ends. The run command uses it.
 *
 * <p>Committed data are there after the next {@link #open}, even if the app was killed or the power failed. If a killed
 * app has left a server running, {@link #open} stops this server first.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The major version of the binaries that the POM brings; a data folder belongs to one major version. */
    static final String MAJOR = "17";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final FolderLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(Path folder, FolderLock lock, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts PostgreSQL on the data in a folder, which is created if it does not exist.
     *
     * @throws IllegalStateException if another app works on the folder, or another major version created its data
     */
    public static EmbeddedDatabase open(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(folder);
        try {
            Postmaster.of(folder).ifPresent(Postmaster::stop);
            if (!Files.exists(folder)) {
                initialise(folder);
            }
            refuseAnotherMajor(folder);
            return new EmbeddedDatabase(folder, lock, start(folder));
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return ServerSettings.jdbcUrl(postgres, ServerSettings.OWNER);
    }

    /** Stops PostgreSQL with a checkpoint, and returns when it no longer uses the folder. */
    @Override
    public void close() {
        try (lock) {
            postgres.close();
            await().atMost(PATIENCE)
                    .until(() -> Postmaster.of(folder).filter(Postmaster::alive).isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works in another folder and renames it at the end, so that a kill halfway leaves no broken data folder. */
    private static void initialise(Path folder) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        Postmaster.of(unfinished).ifPresent(Postmaster::stop);
        FileSystemUtils.deleteRecursively(unfinished);
        try (EmbeddedPostgres postgres = start(unfinished)) {
            ServerSettings.createOwner(postgres);
            ServerSettings.createDatabase(postgres, ServerSettings.OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("The new database in " + unfinished + " can't be set up", e);
        }
        await().atMost(PATIENCE)
                .until(() -> Postmaster.of(unfinished).filter(Postmaster::alive).isEmpty());
        Files.move(unfinished, folder);
    }

    private static void refuseAnotherMajor(Path folder) throws IOException {
        Path version = folder.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new IllegalStateException(
                    folder + " holds no PostgreSQL data. Move it away, or choose another folder with "
                            + DevConfiguration.DATA_FOLDER + ".");
        }
        String major = Files.readString(version).strip();
        if (!major.equals(MAJOR)) {
            throw new IllegalStateException("The data in %s were made by PostgreSQL %s; this is PostgreSQL %s. Move the"
                            .formatted(folder, major, MAJOR)
                    + " folder away to start afresh, or choose another with " + DevConfiguration.DATA_FOLDER + ".");
        }
    }

    private static EmbeddedPostgres start(Path folder) throws IOException {
        return ServerSettings.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                // By default, the library turns both off, which suits only data that may be lost.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(PATIENCE)
                .start();
    }
}
