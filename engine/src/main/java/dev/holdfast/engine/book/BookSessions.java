package dev.holdfast.engine.book;

import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.lane.Session;
import io.vertx.core.Future;

/** Opens the lanes' database connections. */
public final class BookSessions implements Session.Factory<Book> {

    private final Connections connections;

    public BookSessions(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Session<Book>> open() {
        return connections
                .openForLane()
                .compose(connection -> Statements.prepare(connection)
                        .<Session<Book>>map(statements -> new BookSession(connection, statements))
                        .onFailure(cause -> connection.close()));
    }
}
