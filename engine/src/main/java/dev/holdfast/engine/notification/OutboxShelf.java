package dev.holdfast.engine.notification;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.book.Shelf;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.List;

/**
 * The notifications that one batch causes. Written with their causes, for the subscriptions that want them; a batch that
 * causes none sends nothing, and none reads anything.
 */
public final class OutboxShelf implements Shelf {

    /** What the lanes know notifications by. */
    public static final Kind<OutboxShelf> KIND = new Kind<>() {
        @Override
        public List<String> statements() {
            return OutboxStore.ALL;
        }

        @Override
        public OutboxShelf open(Book book) {
            return new OutboxShelf();
        }
    };

    private final List<Notification> added = new ArrayList<>();

    private OutboxShelf() {}

    /** Has the tenant told. The account must be one that the batch has locked: that is what orders its notifications. */
    public void add(Notification notification) {
        added.add(notification);
    }

    @Override
    public void load(Reading reading) {
        // What is told depends on nothing that was told before.
    }

    @Override
    public void write(Writing writing) {
        writing.write(OutboxStore.INSERT, added, OutboxShelf::columns);
    }

    private static Tuple columns(List<Notification> rows) {
        return Columns.of(rows)
                .shorts(row -> AccountId.of(row.account()).bucket())
                .uuids(row -> AccountId.of(row.account()).value())
                .ints(row -> row.account().tenantId())
                .uuids(Notification::id)
                .texts(row -> row.type().label())
                .texts(Notification::body)
                .instants(Notification::createdAt)
                .toTuple();
    }
}
