package dev.holdfast.ops.bench;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.ops.bench.Rig.Contender;

import java.time.Duration;

/** The ceiling, with the number of connections that suits the machine. */
final class RawPhase {

    /** Two cores have enough with two; more only helps where there are more. */
    private static final int[] CONNECTIONS = {2, 4};

    /** So that a connection never waits for the client. */
    private static final int PER_CONNECTION = 2;

    private RawPhase() {}

    /** Rows per second, at best. */
    static double run(Rig rig, AccountKey[] accounts) {
        double best = 0;
        for (int connections : CONNECTIONS) {
            rig.database().execute(RawRows.DROP);
            rig.database().execute(RawRows.CREATE);
            RawRows rows = rig.onLoop(
                    "connecting", () -> RawRows.open(rig.vertx(), rig.database().url(), connections, accounts));
            Window window = rig.measure(new Contender(
                    "batches of " + RawRows.BATCH + " bare rows, " + connections + " connections",
                    rig.closed(rows, connections * PER_CONNECTION)));
            rig.await(rows.close(), "disconnecting", Duration.ZERO);
            best = Math.max(best, window.perSecond());
        }
        rig.database().execute(RawRows.DROP);
        return best;
    }
}
