package dev.holdfast.ops.simulate;

import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.VertxInstance;
import dev.holdfast.ops.system.Waiting;
import dev.holdfast.simulator.Simulation;
import dev.holdfast.simulator.SimulationOptions;
import dev.holdfast.simulator.SimulationResult;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A simulation that somebody watches, on event loops of its own. */
public final class WatchedRun {

    /** For opening accounts and for the final comparison, each request of which is bounded; beyond it something hangs. */
    private static final Duration BEFORE_AND_AFTER = Duration.ofMinutes(30);

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final SimulationOptions options;
    private @Nullable Simulation simulation;
    private boolean stopped;

    public WatchedRun(SimulationOptions options) {
        this.options = options;
    }

    public SimulationOptions options() {
        return options;
    }

    /**
     * Runs it. Blocks until it has ended.
     *
     * @param view opened for the run and closed after it
     * @throws SimulationFailed if there is no result
     */
    public SimulationResult run(Supplier<LiveView> view) {
        Vertx vertx = VertxInstance.make();
        try (LiveView shown = view.get()) {
            return await(begin(vertx, shown).result().toCompletionStage().toCompletableFuture());
        } finally {
            new Waiting(Part.LISTENER, CLOSING).forResult(vertx.close(), "closing Vert.x");
        }
    }

    private synchronized Simulation begin(Vertx vertx, LiveView shown) {
        Simulation begun = Simulation.run(vertx, options, shown);
        if (stopped) {
            begun.stop();
        }
        simulation = begun;
        return begun;
    }

    private SimulationResult await(CompletableFuture<SimulationResult> result) {
        Duration limit = options.load().duration().plus(BEFORE_AND_AFTER);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CancellationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SimulationFailed(options.target() + ": " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new SimulationFailed("the run has not ended after " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SimulationFailed("interrupted", e);
        }
    }

    /** Ends the arrivals; what is under way is finished and compared. From any thread, at any time. */
    public synchronized void stop() {
        stopped = true;
        if (simulation != null) {
            simulation.stop();
        }
    }
}
