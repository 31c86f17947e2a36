package dev.holdfast.ops.system;

import dev.holdfast.engine.EngineOptions;
import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.link.LinkOptions;
import dev.holdfast.ledgerapi.server.ApiLimits;
import dev.holdfast.ledgerapi.server.ApiOptions;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.configuration.Setting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a system needs to know.
 *
 * @param database which PostgreSQL
 * @param engine its bounds
 * @param doors where and how callers are listened for
 * @param management where the management listener listens
 * @param bootstrapApiKey the first key of an empty database; never printed
 * @param times intervals and limits
 */
public record SystemOptions(
        DatabaseChoice database,
        EngineBounds engine,
        Doors doors,
        Address management,
        Optional<String> bootstrapApiKey,
        Times times) {

    /** The contract's bound of a request body; not to be configured, since callers rely on it. */
    private static final int BODY_BYTES = 64 * 1024;

    /**
     * @param host name or address
     * @param port 0 for a free one
     */
    public record Address(String host, int port) {}

    /**
     * @param api the ledger over HTTP
     * @param link card networks over ISO 8583
     */
    public record Doors(ApiOptions api, LinkOptions link) {}

    /**
     * @param lanes of the write path
     * @param readConnections for queries
     * @param readTimeout after which the database ends a query
     * @param keys where the key files are; not looked at by a system whose database is thrown away
     */
    public record EngineBounds(LaneOptions lanes, int readConnections, Duration readTimeout, Path keys) {

        EngineOptions on(DatabaseUrl database, CardDoors.Secrets secrets) {
            return new EngineOptions(database, lanes, readConnections, readTimeout, secrets);
        }

        /** With keys that end with the process, like the database. */
        EngineOptions onEphemeral(DatabaseUrl database) {
            return new EngineOptions(database, lanes, readConnections, readTimeout);
        }
    }

    /**
     * @param invariantInterval between two comparisons of the book's sums
     * @param shutdown for everything that stopping takes
     */
    public record Times(Duration invariantInterval, Duration shutdown) {}

    public static SystemOptions of(Configuration configuration) {
        return new SystemOptions(
                DatabaseChoice.of(configuration),
                engineBounds(configuration),
                new Doors(apiOptions(configuration), LinkSettings.of(configuration)),
                new Address(
                        configuration.text(Setting.HOLDFAST_MANAGEMENT_HOST),
                        configuration.whole(Setting.HOLDFAST_MANAGEMENT_PORT)),
                configuration.find(Setting.HOLDFAST_BOOTSTRAP_API_KEY),
                new Times(
                        configuration.duration(Setting.HOLDFAST_INVARIANT_INTERVAL),
                        configuration.duration(Setting.HOLDFAST_SHUTDOWN_TIMEOUT)));
    }

    private static EngineBounds engineBounds(Configuration configuration) {
        int lanesAsked = configuration.whole(Setting.HOLDFAST_LANES);
        LaneOptions lanes = new LaneOptions(
                lanesAsked == 0 ? LaneOptions.fittingLanes() : lanesAsked,
                configuration.whole(Setting.HOLDFAST_LANE_QUEUE_LIMIT),
                configuration.whole(Setting.HOLDFAST_LANE_BATCH_LIMIT),
                configuration.duration(Setting.HOLDFAST_LANE_BATCH_TIMEOUT),
                configuration.duration(Setting.HOLDFAST_LANE_RESOLVE_PATIENCE));
        return new EngineBounds(
                lanes,
                configuration.whole(Setting.HOLDFAST_READ_CONNECTIONS),
                configuration.duration(Setting.HOLDFAST_READ_TIMEOUT),
                configuration.directory(Setting.HOLDFAST_KEYS));
    }

    private static ApiOptions apiOptions(Configuration configuration) {
        ApiLimits limits = new ApiLimits(
                BODY_BYTES,
                configuration.whole(Setting.HOLDFAST_HTTP_CONNECTIONS),
                configuration.duration(Setting.HOLDFAST_REQUEST_DEADLINE),
                configuration.duration(Setting.HOLDFAST_HTTP_BODY_TIMEOUT),
                configuration.duration(Setting.HOLDFAST_HTTP_IDLE_TIMEOUT),
                // Half: the lanes and the database need their part of the time too.
                configuration.duration(Setting.HOLDFAST_SHUTDOWN_TIMEOUT).dividedBy(2));
        return new ApiOptions(
                configuration.text(Setting.HOLDFAST_HTTP_HOST),
                configuration.whole(Setting.HOLDFAST_HTTP_PORT),
                configuration.text(Setting.HOLDFAST_API_KEY_HEADER),
                Runtime.getRuntime().availableProcessors(),
                limits);
    }

    /** The same on another database. */
    public SystemOptions withDatabase(DatabaseChoice other) {
        return new SystemOptions(other, engine, doors, management, bootstrapApiKey, times);
    }

    /** The same with another first key. */
    public SystemOptions withBootstrapApiKey(String key) {
        return new SystemOptions(database, engine, doors, management, Optional.of(key), times);
    }

    /** The same with all listeners on free ports. */
    public SystemOptions onFreePorts() {
        ApiOptions api = doors.api();
        ApiOptions free = new ApiOptions(api.host(), 0, api.apiKeyHeader(), api.instances(), api.limits());
        Doors freeDoors = new Doors(free, doors.link().onFreePorts());
        return new SystemOptions(
                database, engine, freeDoors, new Address(management.host(), 0), bootstrapApiKey, times);
    }

    @Override
    public String toString() {
        return "SystemOptions[" + database + ", " + engine + ", " + doors + ", " + management + ", " + times + "]";
    }
}
