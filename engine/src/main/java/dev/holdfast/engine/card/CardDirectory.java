package dev.holdfast.engine.card;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.engine.hsm.Pvv;
import dev.holdfast.engine.vault.LookupDigest;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Future;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds cards by their number. What it finds never changes, and is remembered under the number's current digest, so that
 * no number stays in memory; what it does not find is asked again each time, since it may be issued any moment.
 */
public final class CardDirectory {

    /** About 40 MB. A card beyond it costs a look-up, which is shared with others that wait at the time. */
    private static final int REMEMBERED = 200_000;

    private final VaultKeys keys;
    private final CardNumberStore numbers;
    private final LookupQueue queue;
    private final CardMetrics metrics;
    private final Cache<LookupDigest, Future<Optional<CardOnFile>>> known;

    CardDirectory(VaultKeys keys, CardNumberStore numbers, CardMetrics metrics) {
        this.keys = keys;
        this.numbers = numbers;
        this.metrics = metrics;
        this.queue = new LookupQueue(numbers::find);
        this.known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }

    /**
     * Finds the card of a number; empty if there is none. Fails with a {@link dev.holdfast.engine.lane.Failure}: busy if
     * too many look-ups wait, deadline exceeded after two seconds, or database unavailable.
     */
    public Future<Optional<CardOnFile>> find(Pan pan) {
        LookupDigest current = keys.digest().current(pan);
        Future<Optional<CardOnFile>> remembered = known.getIfPresent(current);
        if (remembered != null) {
            return remembered;
        }
        List<LookupDigest> candidates = keys.digest().candidates(pan);
        return metrics.counted(queue.find(candidates)).onSuccess(found -> {
            if (found.isPresent()) {
                known.put(current, Future.succeededFuture(found));
            }
        });
    }

    /** Finds a card by its token; empty if there is none. Fails as {@link #find(Pan)} does. Not remembered. */
    public Future<Optional<CardOnFile>> find(UUID card) {
        return metrics.counted(numbers.find(card));
    }

    /**
     * What the card's PIN is verified by, as it is now; empty if it has none. Fails as {@link #find(Pan)} does.
     */
    public Future<Optional<Pvv>> pvv(CardOnFile card) {
        return metrics.counted(numbers.pvv(card));
    }
}
