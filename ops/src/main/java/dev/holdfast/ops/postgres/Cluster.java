package dev.holdfast.ops.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The files of a database cluster, and the password of its one user. */
final class Cluster {

    /** The superuser of the cluster; there is no other. */
    static final String USER = "holdfast";

    /** The cluster's major version; one made by another cannot be opened. */
    private static final String VERSION = "18";

    private static final int PASSWORD_BYTES = 24;

    private Cluster() {}

    /** Runs a program to its end; throws if it fails. */
    interface Runner {
        void run(List<String> command);
    }

    /**
     * Makes the cluster if there is none.
     *
     * @throws DataDirectoryException if another version made it, or the directory cannot be written
     */
    static void ensure(DataDirectory data, Programs programs, Privileges privileges, Runner runner) {
        Path cluster = data.cluster();
        try {
            if (Files.exists(cluster)) {
                checkVersion(cluster);
            } else {
                make(data, programs, privileges, runner);
            }
            privileges.own(cluster);
        } catch (IOException e) {
            throw DataDirectoryException.of(data.root(), e);
        }
    }

    /** Under another name until it is complete: a crash in the middle leaves nothing that looks like a cluster. */
    private static void make(DataDirectory data, Programs programs, Privileges privileges, Runner runner)
            throws IOException {
        Path unfinished = data.root().resolve("postgres.unfinished");
        FileTree.delete(unfinished);
        Files.createDirectory(unfinished, onlyOwner("rwx------"));
        privileges.own(unfinished);
        Files.deleteIfExists(data.password());
        Files.createFile(data.password(), onlyOwner("rw-------"));
        Files.writeString(data.password(), randomPassword(), StandardCharsets.US_ASCII);
        privileges.own(data.password());
        runner.run(List.of(
                programs.initdb().toString(),
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + data.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Byte order: fast, and the same on every machine and in every version.
                "--locale=C",
                "--data-checksums"));
        Files.move(unfinished, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void checkVersion(Path cluster) throws IOException {
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(VERSION)) {
            throw new DataDirectoryException(
                    cluster + " was made by PostgreSQL " + version + ", and this is PostgreSQL " + VERSION
                            + "; move it with pg_dump or pg_upgrade",
                    null);
        }
    }

    static String readPassword(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw DataDirectoryException.of(file, e);
        }
    }

    private static FileAttribute<?> onlyOwner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
