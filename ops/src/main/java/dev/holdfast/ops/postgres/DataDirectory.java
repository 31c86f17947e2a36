package dev.holdfast.ops.postgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A data directory that this process has for itself until it closes it. */
final class DataDirectory implements AutoCloseable {

    /** Longer than any process id. */
    private static final int MAX_LOCK_BYTES = 32;

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Makes the directory if it is not there, and takes its lock. The operating system gives the lock back when the
     * process ends, in whatever way.
     *
     * @throws DataDirectoryException if another process has it, or it cannot be written
     */
    static DataDirectory take(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = holder(channel);
                channel.close();
                throw new DataDirectoryException(
                        "the data directory " + root + " is in use by process " + holder
                                + "; stop it, or choose another directory with HOLDFAST_DATA_DIR",
                        null);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw DataDirectoryException.of(root, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer id = ByteBuffer.allocate(MAX_LOCK_BYTES);
        channel.read(id, 0);
        String text = StandardCharsets.US_ASCII.decode(id.flip()).toString().strip();
        return text.isEmpty() ? "(unknown)" : text;
    }

    Path root() {
        return root;
    }

    /** The directory that PostgreSQL calls {@code PGDATA}. */
    Path cluster() {
        return cluster(root);
    }

    static Path cluster(Path root) {
        return root.resolve("postgres");
    }

    Path password() {
        return password(root);
    }

    static Path password(Path root) {
        return root.resolve("password");
    }

    Path startLog() {
        return root.resolve("start.log");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw DataDirectoryException.of(root, e);
        }
    }
}
