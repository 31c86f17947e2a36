package dev.holdfast.ledgerapi.network.twin;

import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.network.Trace;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A message, however it is put. Amounts are minor units of PHP. */
interface Spoken {

    DateTimeFormatter DE7 = DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);

    /** Whose card it is about: an index in the population. */
    int card();

    Named named();

    /**
     * What a message is called by.
     *
     * @param sequence of the message in the run
     * @param sentAt whole seconds, as DE7 has no more
     * @param networkId 15 digits of the payment; null where the network lost it
     */
    record Named(int sequence, Instant sentAt, @Nullable String networkId, boolean repeat) {

        String stan() {
            return String.format("%06d", sequence);
        }

        String retrieval() {
            return String.format("R%011d", sequence);
        }

        Trace trace() {
            return new Trace(stan(), DE7.format(sentAt), "400123", "");
        }

        Named asRepeat() {
            return new Named(sequence, sentAt, networkId, true);
        }
    }

    /**
     * Asks.
     *
     * @param original that it adds to; null if it is a first one
     */
    record Request(
            int card,
            Named named,
            Terms terms,
            long minor,
            @Nullable Named original) implements Spoken {

        boolean increment() {
            return original != null;
        }

        Request repeated() {
            return new Request(card, named.asRepeat(), terms, minor, original);
        }
    }

    /** How a request asks. */
    record Terms(TransactionType type, boolean pre, boolean single, boolean partial, boolean wrongExpiry) {}

    /** Tells what the network has decided. */
    record Advice(int card, Named named, Named original, boolean pre, boolean approved, long minor) implements Spoken {}

    /** Takes an authorization back, down to {@code left}. */
    record Reversal(int card, Named named, Named original, long minor, long left, boolean lateAnswer)
            implements Spoken {}

    /** Takes money, or gives it back. */
    record Presentment(int card, Named named, long minor, boolean refund, boolean last) implements Spoken {}

    /** Takes a presentment back. */
    record Unpresentment(int card, Named named, Presentment original) implements Spoken {}
}
