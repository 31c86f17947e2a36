package dev.holdfast.ops.postgres;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How the server is set for a ledger on a small machine. Given on the command line, so that every start has them
 * whatever an older version wrote into the cluster.
 */
final class ServerSettings {

    private static final long MEBIBYTE = 1024L * 1024;

    private final List<String> arguments = new ArrayList<>();

    private ServerSettings() {}

    /**
     * @param port TCP port on loopback
     * @param sharedBuffersMb {@code shared_buffers} in MiB; 0 chooses
     */
    static List<String> arguments(int port, int sharedBuffersMb) {
        return new ServerSettings()
                .connections(port)
                .durability()
                .writing(sharedBuffersMb == 0 ? fittingSharedBuffersMb() : sharedBuffersMb)
                .reading()
                .logging()
                .arguments;
    }

    private ServerSettings connections(int port) {
        set("port", port);
        // Loopback only; no socket files, which would need a directory that several users share.
        set("listen_addresses", "127.0.0.1");
        set("unix_socket_directories", "");
        // 64 lanes and 64 readers are the configurable most; the rest is for other processes and for an operator.
        set("max_connections", 200);
        // A process that is stopped in mid-transaction keeps its accounts locked; no batch takes a minute.
        set("idle_in_transaction_session_timeout", "60s");
        return this;
    }

    /** An answer must not be forgotten. These are PostgreSQL's defaults, stated because the ledger stands on them. */
    private ServerSettings durability() {
        set("fsync", "on");
        set("synchronous_commit", "on");
        set("full_page_writes", "on");
        return this;
    }

    private ServerSettings writing(int sharedBuffersMb) {
        // Holds the hot part of balances and indexes; more would be taken from the page cache, which serves as well.
        set("shared_buffers", sharedBuffersMb + "MB");
        // After a checkpoint the first change of each page logs the whole page: few checkpoints, spread out.
        set("max_wal_size", "4GB");
        set("checkpoint_timeout", "15min");
        set("checkpoint_completion_target", "0.9");
        // One WAL segment: a batch of 512 operations writes less than 1 MB, and several lanes write at once.
        set("wal_buffers", "16MB");
        // Compressing page images would cost processor time, which is scarcer here than disk; these programs know only
        // the slow pglz, not lz4.
        set("wal_compression", "off");
        // Changed balances leave dead rows behind; without vacuum the hot tables would grow without bound.
        set("autovacuum", "on");
        return this;
    }

    private ServerSettings reading() {
        // Every statement is short or streams; compiling one costs more than it saves.
        set("jit", "off");
        // A verification must not take the processors from the lanes.
        set("max_parallel_workers_per_gather", 0);
        // Solid-state disks: a random page costs about as much as the next one.
        set("random_page_cost", "1.1");
        set("timezone", "UTC");
        return this;
    }

    private ServerSettings logging() {
        // One file per weekday, overwritten a week later: bounded without a log rotator.
        set("logging_collector", "on");
        set("log_directory", "log");
        set("log_filename", "postgresql-%a.log");
        set("log_rotation_age", "1d");
        set("log_rotation_size", 0);
        set("log_truncate_on_rotation", "on");
        // Never the values of a statement: they are a customer's.
        set("log_parameter_max_length", 0);
        set("log_parameter_max_length_on_error", 0);
        // What is read for the cause of a failed start is in English.
        set("lc_messages", "C");
        return this;
    }

    private void set(String name, Object value) {
        arguments.add("-c");
        arguments.add(name + "=" + value);
    }

    /** An eighth of the memory, within what the programs and this process leave free on a small machine. */
    private static int fittingSharedBuffersMb() {
        long memoryMb = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getTotalMemorySize()
                / MEBIBYTE;
        if (memoryMb >= 4096) {
            return 512;
        }
        return memoryMb >= 2048 ? 256 : 128;
    }
}
