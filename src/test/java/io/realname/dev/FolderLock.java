package io.realname.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file lock for a data folder; at most one running app holds it. If an app is killed, the operating system releases
 * its lock. So if the app that holds the lock finds a server running on the folder, no other app uses that server.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IllegalStateException if another app holds it */
    static FolderLock take(Path folder) {
        // Beside the folder, because initdb needs an empty folder.
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new IllegalStateException("Another running app works on the data in " + folder
                        + ". Stop it, or choose another folder with " + DevConfiguration.DATA_FOLDER + ".");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
