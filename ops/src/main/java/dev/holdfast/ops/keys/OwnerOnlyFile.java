package dev.holdfast.ops.keys;

import dev.holdfast.ops.configuration.ConfigurationException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Files and directories that nobody but their owner can read. */
public final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** More than any key file; one that is larger is something else. */
    private static final int MAX_BYTES = 64 * 1024;

    private OwnerOnlyFile() {}

    static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = directory.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(directory, permissions("rwx------"));
        }
    }

    /**
     * Refuses what others could read or replace.
     *
     * @throws ConfigurationException saying how to make it right
     */
    static void requireOwnersOnly(Path path) throws IOException {
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
            throw new ConfigurationException(
                    List.of(path + " can be used by others than its owner: chmod go-rwx " + path));
        }
    }

    static String read(Path file) throws IOException {
        requireOwnersOnly(file);
        if (Files.size(file) > MAX_BYTES) {
            throw new ConfigurationException(List.of(file + " has more than " + MAX_BYTES + " bytes"));
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Replaces the file, whole or not at all, durably. */
    static void replace(Path file, String text) throws IOException {
        Path fresh =
                Files.createTempFile(directoryOf(file), file.getFileName() + "-", ".new", permissions("rw-------"));
        try {
            write(fresh, text, StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        try (FileChannel directory = FileChannel.open(directoryOf(file), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /**
     * Makes a file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     */
    public static void create(Path file, String text) throws IOException {
        Files.createFile(file, permissions("rw-------"));
        write(file, text, StandardOpenOption.WRITE);
    }

    private static void write(Path file, String text, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
