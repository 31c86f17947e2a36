package dev.holdfast.engine.client;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The keys that tokens are signed with and checked with. */
public final class SigningKeys {

    /** How long a key signs. */
    static final Duration SIGNS = Duration.ofDays(30);

    /** How long before its end the next one is drawn, so that whoever reads the published keys knows it in time. */
    static final Duration OVERLAP = Duration.ofDays(1);

    /** How long a key checks: past the last token that it may have signed. */
    static final Duration CHECKS = SIGNS.plus(OVERLAP);

    /** Twice what another server needs to see a new key. Before that it signs only if there is no other. */
    static final Duration ANNOUNCED = Remembered.FRESH.multipliedBy(2);

    /** A token may name a key that was drawn elsewhere just now. However many do, this bounds the reads. */
    private static final Duration SOUGHT_AGAIN = Duration.ofMillis(100);

    /** A drawn key may still not be one to sign with, where a clock is wrong by weeks: then no row a request. */
    private static final Duration DRAWN_AGAIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final SigningKeyStore store;
    private final WorkerExecutor worker;
    private final InstantSource clock;
    private final Remembered<List<SigningKey>> known;
    private final Remembered<String> drawing;

    SigningKeys(SigningKeyStore store, WorkerExecutor worker, InstantSource clock) {
        this.store = store;
        this.worker = worker;
        this.clock = clock;
        this.known = new Remembered<>(() -> store.list(CHECKS));
        this.drawing = new Remembered<>(this::draw);
    }

    /** Every key that a token may be signed with, the newest first. Draws one if there is none. */
    public Future<List<PublicKeyView>> published() {
        return forSigning()
                .compose(some -> known.get())
                .map(keys -> keys.stream().map(SigningKey::view).toList());
    }

    /** The key that a token names. */
    Future<Optional<SigningKey>> find(String keyId) {
        return known.get().compose(keys -> {
            Optional<SigningKey> key = named(keys, keyId);
            return key.isPresent()
                    ? Future.succeededFuture(key)
                    : known.notOlderThan(SOUGHT_AGAIN).map(again -> named(again, keyId));
        });
    }

    private static Optional<SigningKey> named(List<SigningKey> keys, String keyId) {
        return keys.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
    }

    /** The key that signs now. */
    Future<SigningKey> forSigning() {
        return known.get().compose(keys -> {
            Optional<SigningKey> key = choose(keys);
            if (key.isEmpty()) {
                return drawing.notOlderThan(DRAWN_AGAIN)
                        .compose(drawn -> known.get())
                        .map(again -> choose(again)
                                .orElseThrow(() -> new IllegalStateException(
                                        "the new signing key cannot be used; is this machine's clock right?")));
            }
            if (keys.stream()
                    .filter(SigningKey::canSign)
                    .allMatch(youngerThan(SIGNS.minus(OVERLAP)).negate())) {
                drawing.notOlderThan(DRAWN_AGAIN)
                        .onFailure(cause -> LOG.warn("the next signing key is not drawn: {}", cause.getMessage()));
            }
            return Future.succeededFuture(key.get());
        });
    }

    /** The newest that others know by now; else the newest. */
    private Optional<SigningKey> choose(List<SigningKey> newestFirst) {
        List<SigningKey> usable = newestFirst.stream()
                .filter(SigningKey::canSign)
                .filter(youngerThan(SIGNS))
                .toList();
        return usable.stream()
                .filter(youngerThan(ANNOUNCED).negate())
                .findFirst()
                .or(() -> usable.stream().findFirst());
    }

    private Predicate<SigningKey> youngerThan(Duration age) {
        Instant since = clock.instant().minus(age);
        return key -> key.createdAt().isAfter(since);
    }

    /**
     * Draws a key, which signs from shortly after on. The others still check what they have signed.
     *
     * @return its id
     */
    public Future<String> rotate() {
        return draw();
    }

    private Future<String> draw() {
        return worker.executeBlocking(store::draw, false)
                .compose(drawn -> store.add(drawn, CHECKS))
                .onSuccess(keyId -> {
                    known.forget();
                    LOG.info("drew signing key {}", keyId);
                });
    }

    /**
     * Takes a key out of use for good: tokens that it has signed are refused.
     *
     * @return false if there is no such key
     */
    public Future<Boolean> revoke(String keyId) {
        return store.revoke(keyId).onSuccess(revoked -> {
            known.forget();
            drawing.forget();
        });
    }
}
