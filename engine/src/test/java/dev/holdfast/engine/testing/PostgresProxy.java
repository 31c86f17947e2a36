package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy between a client and PostgreSQL that reads the messages of its protocol (version 3) and lets a test decide
 * about each. Two threads per connection; all end with the proxy.
 */
abstract class PostgresProxy implements AutoCloseable {

    private final DatabaseUrl server;
    private final ServerSocket listener;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger toIgnore = new AtomicInteger();
    private final AtomicInteger ignored = new AtomicInteger();

    PostgresProxy(DatabaseUrl server) {
        this.server = server;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spawn("accept", this::accept);
    }

    /** Where clients find the server behind this proxy. */
    DatabaseUrl url() {
        return new DatabaseUrl(
                listener.getInetAddress().getHostAddress(),
                listener.getLocalPort(),
                server.database(),
                server.user(),
                server.password());
    }

    /** Accepts the next connections and never says a word on them. */
    public void ignoreConnections(int next) {
        toIgnore.set(next);
    }

    /** How many connections were ignored so far. */
    public int ignored() {
        return ignored.get();
    }

    /** Cuts every connection there is. */
    public void cutConnections() {
        // One by one: a client that is cut connects anew at once, and its new connection must stay known.
        for (Closeable connection : List.copyOf(open)) {
            open.remove(connection);
            closeQuietly(connection);
        }
    }

    /** One message from the client. Throwing {@link IOException} cuts the connection. */
    abstract void fromClient(PostgresMessage message, OutputStream toServer, Link link) throws IOException;

    /** One message from the server. Throwing {@link IOException} cuts the connection. */
    abstract void fromServer(PostgresMessage message, OutputStream toClient, Link link) throws IOException;

    /** Whether new connections are let through; those refused are cut at once. */
    boolean admits() {
        return true;
    }

    /** Both ends of one connection, and which of the client's prepared statements commit. */
    record Link(Socket client, Socket server, Set<String> commitStatements) {
        void cut() {
            closeQuietly(client);
            closeQuietly(server);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                if (listener.isClosed()) {
                    client.close();
                }
                if (toIgnore.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    ignored.incrementAndGet();
                } else if (admits()) {
                    connect(client);
                } else {
                    client.close();
                }
            } catch (IOException closedOrServerAway) {
                // The client sees its connection end, which is all that a proxy can say.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket upstream;
        try {
            upstream = new Socket(server.host(), server.port());
        } catch (IOException e) {
            client.close();
            throw e;
        }
        open.add(upstream);
        client.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
        Link link = new Link(client, upstream, ConcurrentHashMap.newKeySet());
        spawn("to-server", () -> pump(link, client, upstream, true));
        spawn("to-client", () -> pump(link, upstream, client, false));
    }

    private void pump(Link link, Socket from, Socket to, boolean fromClient) {
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            if (fromClient) {
                fromClient(PostgresMessage.readUntyped(in), out, link);
            }
            while (true) {
                PostgresMessage message = PostgresMessage.read(in);
                if (fromClient) {
                    fromClient(message, out, link);
                } else {
                    fromServer(message, out, link);
                }
            }
        } catch (IOException e) {
            ended(link, fromClient);
        }
    }

    /** One side has hung up, or the test wants it so: the other side is told. */
    void ended(Link link, boolean byClient) {
        link.cut();
    }

    private static void spawn(String name, Runnable task) {
        Thread thread = new Thread(task, "postgres-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyBroken) {
            // It is closed all the same.
        }
    }

    @Override
    public void close() {
        closeQuietly(listener);
        cutConnections();
    }
}
