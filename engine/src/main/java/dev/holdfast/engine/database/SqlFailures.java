package dev.holdfast.engine.database;

import dev.holdfast.engine.lane.SessionException;
import dev.holdfast.engine.lane.SessionException.Kind;
import io.vertx.pgclient.PgException;

import java.util.Set;

/** Reads failures of the database client by SQLSTATE, never by message. */
public final class SqlFailures {

    /**
     * Says nothing about the batch itself: serialization_failure, deadlock_detected, lock_not_available, query_canceled
     * (a timeout), read_only_sql_transaction (a standby being promoted).
     */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "55P03", "57014", "25006");

    /** idle_in_transaction_session_timeout and transaction_timeout: the server has hung up. */
    private static final Set<String> HUNG_UP = Set.of("25P03", "25P04");

    private SqlFailures() {}

    /** Tells a lane what it can do about a failed statement. */
    public static SessionException toSessionException(Throwable cause) {
        return cause instanceof SessionException known ? known : new SessionException(kind(cause), cause);
    }

    private static Kind kind(Throwable cause) {
        if (!(cause instanceof PgException failure)) {
            return Kind.LOST;
        }
        String state = String.valueOf(failure.getSqlState());
        // Class 08: connection exceptions; 57P01 to 57P05: the server is going away, or ended this session.
        if (state.startsWith("08") || state.startsWith("57P") || HUNG_UP.contains(state)) {
            return Kind.LOST;
        }
        // Class 53: out of disk, memory or connections, which splitting the batch would not cure.
        return TRANSIENT.contains(state) || state.startsWith("53") ? Kind.TRANSIENT : Kind.REJECTED;
    }
}
