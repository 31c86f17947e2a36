package dev.holdfast.engine.lane;

import io.vertx.core.Future;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sessions without a database: each flush does what the test has written down for it, and succeeds after that. */
final class ScriptedSessions<B> implements Session.Factory<B> {

    private final Supplier<B> books;
    private final Queue<Runnable> losses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger flushes = new AtomicInteger();

    ScriptedSessions(Supplier<B> books) {
        this.books = books;
    }

    /** Loses the connection in the next flush that is not spoken for, after this has happened; it commits nothing. */
    ScriptedSessions<B> thenLoseAFlush(Runnable meanwhile) {
        losses.add(meanwhile);
        return this;
    }

    int flushes() {
        return flushes.get();
    }

    @Override
    public Future<Session<B>> open() {
        return Future.succeededFuture(new Scripted());
    }

    private final class Scripted implements Session<B> {

        @Override
        public Future<B> load(List<? extends Command<B, ?>> commands) {
            return Future.succeededFuture(books.get());
        }

        @Override
        public Future<Void> flush(B book) {
            flushes.incrementAndGet();
            Runnable meanwhile = losses.poll();
            if (meanwhile == null) {
                return Future.succeededFuture();
            }
            meanwhile.run();
            return Future.failedFuture(
                    new SessionException(SessionException.Kind.LOST, new IllegalStateException("scripted")));
        }

        @Override
        public Future<Void> rollback() {
            return Future.succeededFuture();
        }

        @Override
        public void abort() {
            // There is no connection.
        }

        @Override
        public Future<Void> close() {
            return Future.succeededFuture();
        }

        @Override
        public void onLost(Runnable handler) {
            // Losses are seen by the flush alone.
        }
    }
}
