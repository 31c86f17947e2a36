package dev.holdfast.engine.book;

import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.lane.Session;
import io.vertx.core.Future;

import java.util.List;

/** Opens the lanes' database connections. */
public final class BookSessions implements Session.Factory<Book> {

    private final Connections connections;
    private final List<Shelf.Kind<?>> shelves;

    /** @param shelves the features' rows that commands may ask for */
    public BookSessions(Connections connections, List<Shelf.Kind<?>> shelves) {
        this.connections = connections;
        this.shelves = List.copyOf(shelves);
    }

    @Override
    public Future<Session<Book>> open() {
        return connections
                .openForLane()
                .compose(connection -> Statements.prepare(connection, shelves)
                        .<Session<Book>>map(statements -> new BookSession(connection, statements))
                        .onFailure(cause -> connection.close()));
    }
}
