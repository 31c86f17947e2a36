package dev.holdfast.engine.card;

import dev.holdfast.engine.card.KeyRotationStore.Redigested;
import dev.holdfast.engine.card.KeyRotationStore.Rewrapped;
import dev.holdfast.engine.card.KeyRotationStore.Stored;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.LookupDigest;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.PanCipher;
import dev.holdfast.engine.vault.PanDigest;
import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Brings the vault's rows under the current keys, a page at a time, beside whatever else runs. What is done stays done:
 * interrupted, it begins again and passes over what it has rewritten. Every process that uses the vault must know the
 * current keys before. Futures fail with a {@link dev.holdfast.engine.lane.Failure}.
 */
public final class KeyRotation {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * How far it has come.
     *
     * @param rewritten rows that are under the current key now and were not before
     * @param unreadable rows that do not open, and stay as they are
     */
    public record Progress(long rewritten, long unreadable) {

        static final Progress NOTHING = new Progress(0, 0);

        Progress plus(Progress other) {
            return new Progress(rewritten + other.rewritten, unreadable + other.unreadable);
        }
    }

    /** How one kind of key reads and rewrites a page. */
    private record Kind(Function<UUID, Future<List<Stored>>> read, Function<List<Stored>, Future<Progress>> rewrite) {}

    private final Vertx vertx;
    private final VaultKeys keys;
    private final KeyRotationStore store;

    KeyRotation(Vertx vertx, VaultKeys keys, KeyRotationStore store) {
        this.vertx = vertx;
        this.keys = keys;
        this.store = store;
    }

    /** Wraps every data key that is under another encryption key under the current one. Opens no card number. */
    public Future<Progress> rewrap() {
        PanCipher cipher = keys.cipher();
        int current = keys.ring().encryption().current();
        Kind kind = new Kind(
                store::read,
                page -> rewrap(cipher, filter(page, row -> row.pan().keyNumber() != current)));
        return walk(kind);
    }

    /**
     * Makes every digest that is under another look-up key anew. Opens the numbers, and notes each.
     *
     * @param actor who asks, for the record of accesses
     */
    public Future<Progress> redigest(String actor) {
        KeyRing ring = keys.ring();
        PanCipher cipher = keys.cipher();
        PanDigest digest = keys.digest();
        int current = ring.lookup().current();
        Kind kind = new Kind(
                after -> store.open(after, current, actor),
                page -> redigest(cipher, digest, filter(page, row -> row.lookupKey() != current)));
        return walk(kind);
    }

    /** How many rows each encryption key wraps. */
    public Future<SortedMap<Integer, Long>> rowsByEncryptionKey() {
        return store.countByEncryptionKey();
    }

    /** How many rows are found by each look-up key. */
    public Future<SortedMap<Integer, Long>> rowsByLookupKey() {
        return store.countByLookupKey();
    }

    private static Future<Progress> walk(Kind kind) {
        Promise<Progress> end = Promise.promise();
        walk(kind, BEFORE_ALL, Progress.NOTHING, end);
        return end.future();
    }

    private static List<Stored> filter(List<Stored> page, Function<Stored, Boolean> wanted) {
        return page.stream().filter(wanted::apply).toList();
    }

    /** Step by step, and not by composing futures: of a large vault's thousands of pages the chain would be too deep. */
    private static void walk(Kind kind, UUID after, Progress sofar, Promise<Progress> end) {
        kind.read().apply(after).onFailure(end::fail).onSuccess(page -> {
            if (page.isEmpty()) {
                end.complete(sofar);
                return;
            }
            UUID last = page.get(page.size() - 1).card().cardId();
            kind.rewrite().apply(page).onFailure(end::fail).onSuccess(done -> walk(kind, last, sofar.plus(done), end));
        });
    }

    private Future<Progress> rewrap(PanCipher cipher, List<Stored> rows) {
        return rewrite(
                rows,
                row -> cipher.rewrap(row.pan(), CardRows.vaultRow(row.card()))
                        .fold(pan -> Optional.of(new Rewrapped(row, pan)), refusal -> Optional.empty()),
                store::rewrap);
    }

    private Future<Progress> redigest(PanCipher cipher, PanDigest digest, List<Stored> rows) {
        return rewrite(
                rows,
                row -> cipher.open(row.pan(), CardRows.vaultRow(row.card()))
                        .fold(
                                pan -> Optional.of(new Redigested(row, digestAndWipe(digest, pan))),
                                r -> Optional.empty()),
                store::redigest);
    }

    private static LookupDigest digestAndWipe(PanDigest digest, Pan pan) {
        try {
            return digest.current(pan);
        } finally {
            pan.wipe();
        }
    }

    private <T> Future<Progress> rewrite(
            List<Stored> rows, Function<Stored, Optional<T>> make, Function<List<T>, Future<Integer>> write) {
        if (rows.isEmpty()) {
            return Future.succeededFuture(Progress.NOTHING);
        }
        return CardFailures.defects(vertx.executeBlocking(
                        () -> {
                            List<T> made = new ArrayList<>(rows.size());
                            rows.forEach(row -> make.apply(row).ifPresent(made::add));
                            return made;
                        },
                        false))
                .compose(made -> write.apply(made).map(count -> new Progress(count, rows.size() - made.size())));
    }
}
