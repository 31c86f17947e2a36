package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.lane.Lanes;
import io.vertx.core.Future;

import java.time.Instant;

/** Answers the network's messages about card payments, durably and once per message. */
public final class Payments {

    private final Lanes<Book> lanes;

    public Payments(Lanes<Book> lanes) {
        this.lanes = lanes;
    }

    /**
     * Answers one message. The future succeeds with what was durably decided, declines included, and fails with a
     * {@link dev.holdfast.engine.lane.Failure} if the system could not answer.
     *
     * @param deadline after which the message is dropped rather than answered
     */
    public Future<PaymentOutcome> answer(PaymentMessage message, Instant deadline) {
        return lanes.submit(new PaymentCommand(message), deadline);
    }
}
