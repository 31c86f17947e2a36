package dev.holdfast.engine.card;

import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.lane.Failure.Kind;
import dev.holdfast.engine.vault.LookupDigest;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Gathers look-ups: while one statement is under way, others wait, and go in the next one together. At low load a
 * look-up goes alone and at once; at high load one statement serves hundreds.
 */
final class LookupQueue {

    static final int BATCH_LIMIT = 512;
    static final int QUEUE_LIMIT = 32 * BATCH_LIMIT;

    /** For the wait, and once more for the statement: two seconds, which is what a network gives an authorization. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Finds, for each number's candidates, its card. */
    interface Lookup {
        Future<List<Optional<CardOnFile>>> find(List<List<LookupDigest>> numbers);
    }

    private record Waiting(
            List<LookupDigest> candidates,
            Promise<Optional<CardOnFile>> promise,
            @Nullable Context origin,
            long sinceNanos) {}

    private final Lookup lookup;
    /** Guarded by itself, like {@link #underWay}; held for a few instructions only. */
    private final Queue<Waiting> queue = new ArrayDeque<>();

    private boolean underWay;

    LookupQueue(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Completes on the caller's context. */
    Future<Optional<CardOnFile>> find(List<LookupDigest> candidates) {
        Promise<Optional<CardOnFile>> promise = Promise.promise();
        Waiting waiting = new Waiting(candidates, promise, Vertx.currentContext(), System.nanoTime());
        synchronized (queue) {
            if (queue.size() >= QUEUE_LIMIT) {
                return Future.failedFuture(new Failure(Kind.BUSY, "too many card look-ups wait", null));
            }
            queue.add(waiting);
            if (underWay) {
                return promise.future();
            }
            underWay = true;
        }
        run();
        return promise.future();
    }

    private void run() {
        List<Waiting> batch = take();
        if (batch.isEmpty()) {
            return;
        }
        ask(batch.stream().map(Waiting::candidates).toList()).onComplete(found -> {
            try {
                answer(batch, found);
            } finally {
                run();
            }
        });
    }

    /** Whatever goes wrong fails the future: nothing may stop the queue. */
    private Future<List<Optional<CardOnFile>>> ask(List<List<LookupDigest>> numbers) {
        try {
            return lookup.find(numbers).timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** The next batch; none if nothing waits, and then nothing is under way. */
    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        List<Waiting> late = new ArrayList<>();
        synchronized (queue) {
            long now = System.nanoTime();
            while (batch.size() < BATCH_LIMIT && !queue.isEmpty()) {
                Waiting next = queue.remove();
                (now - next.sinceNanos() > PATIENCE.toNanos() ? late : batch).add(next);
            }
            underWay = !batch.isEmpty();
        }
        if (!late.isEmpty()) {
            answer(late, Future.failedFuture(new Failure(Kind.DEADLINE_EXCEEDED, "a card look-up waited", null)));
        }
        return batch;
    }

    /** One hop per context rather than one per look-up. */
    private static void answer(List<Waiting> batch, AsyncResult<List<Optional<CardOnFile>>> found) {
        IdentityHashMap<Context, List<Runnable>> byOrigin = new IdentityHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            Waiting waiting = batch.get(i);
            int place = i;
            Runnable answer = found.succeeded()
                    ? () -> waiting.promise().tryComplete(found.result().get(place))
                    : () -> waiting.promise().tryFail(CardFailures.of(found.cause()));
            Context origin = waiting.origin();
            if (origin == null) {
                answer.run();
            } else {
                byOrigin.computeIfAbsent(origin, first -> new ArrayList<>()).add(answer);
            }
        }
        byOrigin.forEach((origin, answers) -> origin.runOnContext(here -> answers.forEach(Runnable::run)));
    }
}
