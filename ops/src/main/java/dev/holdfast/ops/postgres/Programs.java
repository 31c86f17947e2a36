package dev.holdfast.ops.postgres;

import io.zonky.test.db.postgres.util.ArchUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * PostgreSQL's programs for this operating system and processor, unpacked.
 *
 * @param home the directory that holds {@code bin}, {@code lib} and {@code share}
 */
record Programs(Path home) {

    /** Names the directory: 64 bits are plenty to tell published archives apart. */
    private static final int NAME_BYTES = 8;

    /**
     * Unpacks the programs, unless that has been done before. Several processes may do so at once: each unpacks under a
     * name of its own, and the first to rename wins.
     *
     * @throws EmbeddedPostgresException if there are none for this machine
     * @throws DataDirectoryException if the cache directory cannot be written
     */
    static Programs in(Path cacheDirectory) {
        byte[] archive = archive();
        Path home = cacheDirectory.resolve("postgres-" + name(archive));
        if (Files.isDirectory(home)) {
            return new Programs(home);
        }
        try {
            Files.createDirectories(cacheDirectory);
            Path unpacking = Files.createTempDirectory(cacheDirectory, "unpacking-");
            try {
                unpack(archive, unpacking);
                // Another user may have to run them (see Privileges); a temporary directory is closed to all others.
                Files.setPosixFilePermissions(unpacking, permissions(0755));
                Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                FileTree.delete(unpacking);
                if (!Files.isDirectory(home)) {
                    throw e;
                }
            }
            return new Programs(home);
        } catch (IOException e) {
            throw DataDirectoryException.of(cacheDirectory, e);
        }
    }

    Path initdb() {
        return home.resolve("bin/initdb");
    }

    Path postgres() {
        return home.resolve("bin/postgres");
    }

    /** Read here, not by zonky's own resolver, which leaves a script in the temporary directory of a killed process. */
    private static byte[] archive() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        try (InputStream stream = Programs.class.getResourceAsStream(resource(system, processor))) {
            if (stream == null) {
                throw new IOException("not packaged");
            }
            return stream.readAllBytes();
        } catch (IOException | UnsupportedOperationException e) {
            throw new EmbeddedPostgresException(
                    "no embedded PostgreSQL for " + system + " on " + processor + "; set DATABASE_URL instead", e);
        }
    }

    /** As zonky's jars name it; Alpine Linux has its own, for its own C library. */
    private static String resource(String system, String processor) {
        String variant = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        String family = system.startsWith("Mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        return "/postgres-" + family + "-" + ArchUtils.normalize(processor) + variant + ".txz";
    }

    private static String name(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("the archive leaves its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    write(tar, entry, target);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new FileAlreadyExistsException(target.toString(), null, "hard links are not expected");
        } else {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        }
    }

    /** The permissions that the low nine bits of a mode say. */
    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] fromHighestBit = PosixFilePermission.values();
        for (int bit = 0; bit < fromHighestBit.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                permissions.add(fromHighestBit[bit]);
            }
        }
        return permissions;
    }
}
