package dev.holdfast.engine;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.lane.LaneOptions;

import java.time.Duration;

/**
 * What an engine needs to know.
 *
 * @param database where the book is kept
 * @param lanes bounds of the write path
 * @param readConnections connections for queries, beside one per lane
 * @param readTimeout after which the database ends a query
 */
public record EngineOptions(DatabaseUrl database, LaneOptions lanes, int readConnections, Duration readTimeout) {

    public static EngineOptions of(DatabaseUrl database) {
        return new EngineOptions(database, LaneOptions.DEFAULTS, 4, Duration.ofSeconds(10));
    }
}
