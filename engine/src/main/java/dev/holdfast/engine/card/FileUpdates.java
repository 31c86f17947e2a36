package dev.holdfast.engine.card;

import dev.holdfast.engine.card.CardNumberStore.Access;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What waits to be told to the network's stand-in file. Whoever sends takes some, sends them, and acknowledges each or
 * says that it failed; several may do so at once. Told at least once: an acknowledgement may be lost, and then the
 * network is told again what it knows. Futures fail with a {@link dev.holdfast.engine.lane.Failure}.
 */
public final class FileUpdates {

    /** With the rests between them, over about a day: 10 s x (2^13 - 1) = 22.7 h. */
    static final int MAX_ATTEMPTS = 14;

    /** How long whoever took an update may be silent before another one takes it. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration FIRST_REST = Duration.ofSeconds(10);

    private static final int MAX_TAKEN = 100;

    private final FileUpdateStore updates;
    private final CardVault vault;
    private final CardMetrics metrics;

    FileUpdates(FileUpdateStore updates, CardVault vault, CardMetrics metrics) {
        this.updates = updates;
        this.vault = vault;
        this.metrics = metrics;
    }

    /**
     * Takes up to {@code limit} that are due; a card's next one only after the one before.
     *
     * @throws IllegalArgumentException if the limit is not 1 to 100
     */
    public Future<List<FileUpdate>> take(int limit) {
        if (limit < 1 || limit > MAX_TAKEN) {
            throw new IllegalArgumentException("1 to " + MAX_TAKEN + " file updates at a time");
        }
        return updates.take(limit, MAX_ATTEMPTS, LEASE);
    }

    /**
     * Opens the card's number, for sending it, and notes that; empty if the card is not there. The caller wipes it.
     *
     * @param actor who sends, for the record of accesses
     */
    public Future<Optional<Pan>> open(FileUpdate update, String actor) {
        return vault.use(List.of(update.cardId()), new Access(actor, "file update"), (card, pan) -> pan)
                .map(opened -> opened.stream().findFirst());
    }

    /** Notes that the network has taken it. */
    public Future<Void> acknowledge(FileUpdate update) {
        return updates.acknowledge(update);
    }

    /** Puts it off: 10 seconds at first, then twice as long each time. After the last attempt it is given up. */
    public Future<Void> fail(FileUpdate update) {
        if (update.attempt() >= MAX_ATTEMPTS) {
            metrics.updateGivenUp();
        }
        return updates.fail(update, rest(update.attempt()));
    }

    static Duration rest(int attempt) {
        return attempt >= MAX_ATTEMPTS ? Duration.ZERO : FIRST_REST.multipliedBy(1L << (attempt - 1));
    }

    /** How many were given up, and need a person. */
    public Future<Long> givenUp() {
        return updates.givenUp(MAX_ATTEMPTS);
    }
}
