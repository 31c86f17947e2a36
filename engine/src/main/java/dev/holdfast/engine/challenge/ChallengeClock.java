package dev.holdfast.engine.challenge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Ends challenges whose time is over and that nobody asks about, so that nothing is kept of their codes: once a pause, and
 * again at once while there are more. Steps on a challenge do not wait for it: each sees for itself that the time is over.
 */
public final class ChallengeClock {

    public static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ChallengeClock.class);

    private final Vertx vertx;
    private final Context context;
    private final Challenges challenges;
    private final long pauseMillis;
    private final Promise<Void> stopped = Promise.promise();
    private boolean stopping;
    private boolean working;
    private boolean failing;
    private long timer;

    private ChallengeClock(Vertx vertx, Context context, Challenges challenges, Duration pause) {
        this.vertx = vertx;
        this.context = context;
        this.challenges = challenges;
        this.pauseMillis = pause.toMillis();
    }

    /** Starts it with a pause. */
    public static ChallengeClock start(Vertx vertx, Challenges challenges, Duration pause) {
        Context context = vertx.getOrCreateContext();
        ChallengeClock clock = new ChallengeClock(vertx, context, challenges, pause);
        context.runOnContext(here -> clock.await());
        return clock;
    }

    private void await() {
        working = false;
        if (stopping) {
            stopped.tryComplete();
        } else {
            timer = vertx.setTimer(pauseMillis, id -> run());
        }
    }

    private void run() {
        working = true;
        challenges
                .expireDue(Challenges.MAX_EXPIRED)
                .onFailure(cause -> {
                    if (!failing) {
                        LOG.warn("challenges whose time is over stay as they are for now: {}", cause.getMessage());
                    }
                    failing = true;
                    await();
                })
                .onSuccess(ended -> {
                    failing = false;
                    if (ended == Challenges.MAX_EXPIRED && !stopping) {
                        run();
                    } else {
                        await();
                    }
                });
    }

    /** Stops; done when what is under way is done. */
    public Future<Void> stop() {
        context.runOnContext(here -> {
            stopping = true;
            if (!working && vertx.cancelTimer(timer)) {
                stopped.tryComplete();
            }
        });
        return stopped.future();
    }
}
