package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests of one link that wait for their answers: the window. */
final class Requests {

    private final LinkParts parts;
    private final Context context;
    private final Outbox outbox;
    private final Runnable freed;

    /** Changed on the link's event loop only, read by metrics. */
    private final AtomicInteger inFlight = new AtomicInteger();

    private boolean closed;

    /** @param freed called on the link's event loop after each answer */
    Requests(LinkParts parts, Context context, Outbox outbox, Runnable freed) {
        this.parts = parts;
        this.context = context;
        this.outbox = outbox;
        this.freed = freed;
    }

    int inFlight() {
        return inFlight.get();
    }

    boolean isFull() {
        return inFlight.get() >= parts.limits().window();
    }

    void hand(Message request, Instant receivedAt) {
        inFlight.incrementAndGet();
        long begun = System.nanoTime();
        ask(request, receivedAt).onComplete(answer -> {
            if (Vertx.currentContext() == context) {
                settle(request, begun, answer);
            } else {
                context.runOnContext(hop -> settle(request, begun, answer));
            }
        });
    }

    private Future<Optional<Message>> ask(Message request, Instant receivedAt) {
        try {
            return parts.handler().answer(request, receivedAt);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void settle(Message request, long begun, AsyncResult<Optional<Message>> answer) {
        inFlight.decrementAndGet();
        if (answer.succeeded()) {
            answer.result().ifPresent(message -> write(message.toBytes(), MessageType.of(message.mti())));
        } else {
            fail(request, answer.cause());
        }
        parts.metrics().answer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        if (!closed) {
            freed.run();
        }
    }

    private void fail(Message request, Throwable cause) {
        parts.metrics().failures.increment();
        parts.log().warn("no answer to a {}: {}", request.mti(), FailurePlace.of(cause));
        if (request.mti().isAnswered()) {
            write(
                    Replies.to(request, Replies.SYSTEM_ERROR),
                    MessageType.of(request.mti().answer()));
        }
    }

    private void write(byte[] message, MessageType type) {
        if (closed) {
            parts.metrics().lateAnswers.increment();
        } else {
            parts.metrics().sent.get(type).increment();
            outbox.add(message);
        }
    }

    /** The link is gone: answers from now on are late. */
    void close() {
        closed = true;
    }
}
