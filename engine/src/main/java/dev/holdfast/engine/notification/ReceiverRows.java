package dev.holdfast.engine.notification;

import dev.holdfast.engine.vault.VaultKeys;
import dev.holdfast.engine.vault.VaultRow;
import io.vertx.sqlclient.Row;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what {@link DeliverySql#READ_RECEIVERS} selects. */
final class ReceiverRows {

    private ReceiverRows() {}

    static Receiver receiver(Row row, VaultKeys keys, Instant now) {
        UUID id = row.getUUID(0);
        VaultRow place = new VaultRow(row.getInteger(1), id);
        Optional<Secrets> secrets = Secrets.open(row.getBuffer(6).getBytes(), keys.texts(), place);
        OffsetDateTime previousUntil = row.getOffsetDateTime(7);
        boolean previousIsLive =
                previousUntil != null && previousUntil.toInstant().isAfter(now);
        String header = row.getString(5);
        return new Receiver(
                id,
                row.getInteger(2),
                row.getString(3),
                row.getBoolean(4),
                header == null
                        ? null
                        : secrets.map(opened -> new AuthHeader(header, opened.headerValue()))
                                .orElse(null),
                secrets.map(opened -> opened.signing(previousIsLive)).orElse(List.of()));
    }
}
