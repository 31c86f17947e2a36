package dev.holdfast.engine.card;

import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.hsm.Hsm;
import dev.holdfast.engine.lane.Lanes;
import dev.holdfast.engine.vault.VaultKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.security.SecureRandom;

/** Everything that this package offers, on one database and under one set of keys. */
public record CardDoors(Cards cards, CardDirectory directory, FileUpdates fileUpdates, KeyRotation keyRotation) {

    /**
     * What keeps secrets.
     *
     * @param keys the vault's
     * @param hsm for verification values and PINs
     */
    public record Secrets(VaultKeys keys, Hsm hsm) {}

    /**
     * @param lookups for finding cards by their number, and nothing else
     * @param reading for showing cards
     * @param writing for all that is not in a lane: opened numbers, file updates, changes of keys
     */
    public record Pools(Pool lookups, Pool reading, Pool writing) {}

    public static CardDoors open(Vertx vertx, Lanes<Book> lanes, Secrets secrets, Pools pools, MeterRegistry meters) {
        CardMetrics metrics = new CardMetrics(meters);
        VaultKeys keys = secrets.keys();
        CardNumberStore numbers = new CardNumberStore(pools.lookups(), pools.writing());
        CardVault vault = new CardVault(vertx, keys, numbers);
        Cards cards = new Cards(
                lanes,
                secrets.hsm(),
                new NumberDraw(vertx, keys, numbers, new SecureRandom()),
                vault,
                new CardViewStore(pools.reading()));
        return new CardDoors(
                cards,
                new CardDirectory(keys, numbers, metrics),
                new FileUpdates(new FileUpdateStore(pools.writing()), vault, metrics),
                new KeyRotation(vertx, keys, new KeyRotationStore(pools.writing())));
    }
}
