package dev.holdfast.engine.control;

import dev.holdfast.engine.control.ControlView.Times;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Reads what {@link VersionStore} selects. */
final class VersionRows {

    private VersionRows() {}

    static ControlView view(Row row) {
        ControlSet set = new ControlSet(version(row), status(row, 2), RulesJson.read(row.getString(7)));
        return new ControlView(set, times(row));
    }

    static ControlSummary summary(Row row) {
        return new ControlSummary(version(row), status(row, 2), times(row));
    }

    static ControlStatus status(Row row, int column) {
        return ControlStatus.valueOf(row.getString(column).toUpperCase(Locale.ROOT));
    }

    private static ControlVersion version(Row row) {
        return new ControlVersion(row.getString(0), row.getInteger(1));
    }

    private static Times times(Row row) {
        return new Times(row.getOffsetDateTime(3).toInstant(), time(row, 4), time(row, 5), time(row, 6));
    }

    private static @Nullable Instant time(Row row, int column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
