package dev.holdfast.ops.system;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.EngineOptions;
import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.ops.system.StartException.Part;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;

import java.time.Duration;

/** Verifies a database that may be in use. */
public final class Verification {

    private static final Waiting CONNECTING = new Waiting(Part.DATABASE, Duration.ofSeconds(60));

    /** A journal of a billion entries at the rate of 100,000 a second takes three hours. */
    private static final Duration LIMIT = Duration.ofHours(6);

    private Verification() {}

    /**
     * Recomputes everything. Blocks.
     *
     * @throws StartException if the database cannot be reached, or has no schema yet
     */
    public static VerificationReport of(DatabaseUrl database) {
        LaneOptions usual = LaneOptions.DEFAULTS;
        LaneOptions oneLane = new LaneOptions(
                1, usual.queueLimit(), usual.batchLimit(), usual.batchTimeout(), usual.resolvePatience());
        Vertx vertx = VertxInstance.make();
        try {
            Engine engine = CONNECTING.forResult(
                    Engine.start(vertx, new EngineOptions(database, oneLane, 1, LIMIT), new SimpleMeterRegistry()),
                    "connecting to " + database);
            try {
                return new Waiting(Part.DATABASE, LIMIT)
                        .forResult(engine.verifier().verify(), "verifying " + database);
            } finally {
                CONNECTING.forResult(engine.close(), "disconnecting");
            }
        } finally {
            CONNECTING.forResult(vertx.close(), "closing Vert.x");
        }
    }
}
