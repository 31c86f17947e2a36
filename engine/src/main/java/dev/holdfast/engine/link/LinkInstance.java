package dev.holdfast.engine.link;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** All listeners on one event loop; several instances share the ports, and Vert.x spreads connections over them. */
final class LinkInstance extends VerticleBase {

    private final List<Listener> listeners;
    private final LinkParts parts;
    private final List<NetServer> servers = new ArrayList<>();

    /** @param listeners with ports as Vert.x takes them: a negative number is a free port, the same for all with it */
    LinkInstance(List<Listener> listeners, LinkParts parts) {
        this.listeners = listeners;
        this.parts = parts;
    }

    @Override
    public Future<?> start() {
        return Future.all(listeners.stream().map(this::listen).toList());
    }

    private Future<NetServer> listen(Listener listener) {
        NetServerOptions options = new NetServerOptions().setTcpNoDelay(true);
        listener.tls().ifPresent(tls -> tls.applyTo(options));
        NetServer server = vertx.createNetServer(options)
                .connectHandler(
                        socket -> new Link(socket, vertx.getOrCreateContext(), listener.profile(), parts).open());
        servers.add(server);
        return server.listen(listener.port(), listener.host());
    }

    List<Integer> ports() {
        return servers.stream().map(NetServer::actualPort).toList();
    }

    @Override
    public Future<?> stop() {
        long drain = parts.limits().times().drain().toMillis();
        return Future.join(servers.stream()
                .map(server -> server.shutdown(drain, TimeUnit.MILLISECONDS))
                .toList());
    }
}
