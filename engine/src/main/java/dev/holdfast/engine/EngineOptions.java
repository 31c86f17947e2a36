package dev.holdfast.engine;

import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.hsm.ExpiryOrder;
import dev.holdfast.engine.hsm.HsmKeys;
import dev.holdfast.engine.hsm.SoftwareHsm;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.VaultKeys;

import java.security.SecureRandom;
import java.time.Duration;

/**
 * What an engine needs to know.
 *
 * @param database where the book is kept
 * @param lanes bounds of the write path
 * @param readConnections connections for queries, beside one per lane
 * @param readTimeout after which the database ends a query
 * @param secrets what keeps card numbers and PINs
 */
public record EngineOptions(
        DatabaseUrl database, LaneOptions lanes, int readConnections, Duration readTimeout, CardDoors.Secrets secrets) {

    /**
     * With keys that end with this process: for tests, and for what has to do with no card. A card that is issued under
     * them cannot be found or opened by anybody else.
     */
    public EngineOptions(DatabaseUrl database, LaneOptions lanes, int readConnections, Duration readTimeout) {
        this(database, lanes, readConnections, readTimeout, passing(new SecureRandom()));
    }

    /** Everything but the database as usual, and keys that end with this process. */
    public static EngineOptions of(DatabaseUrl database) {
        return new EngineOptions(database, LaneOptions.DEFAULTS, 4, Duration.ofSeconds(10));
    }

    private static CardDoors.Secrets passing(SecureRandom random) {
        return new CardDoors.Secrets(
                new VaultKeys(KeyRing.generate(random), random),
                new SoftwareHsm(HsmKeys.generate(random), ExpiryOrder.MMYY, random));
    }
}
