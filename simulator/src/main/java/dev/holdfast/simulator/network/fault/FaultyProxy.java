package dev.holdfast.simulator.network.fault;

import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.link.LinkOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP proxy that mistreats frames. Listens on the loopback interface. */
public final class FaultyProxy {

    private final Vertx vertx;
    private final SocketAddress target;
    private final Style style;
    private final FaultPlan plan;
    private final long seed;
    private final NetServer server;
    private final NetClient client;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final Map<Fault, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean outage;

    /** @param target where the issuer listens; its other settings do not matter here */
    public FaultyProxy(Vertx vertx, LinkOptions target, FaultPlan plan, long seed) {
        this.vertx = vertx;
        this.target = SocketAddress.inetSocketAddress(target.port(), target.host());
        this.style = target.style();
        this.plan = plan;
        this.seed = seed;
        this.client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        this.server = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true))
                .connectHandler(this::accept);
    }

    /** Listens on a free port, which the future holds. */
    public Future<Integer> listen() {
        return server.listen(0, "127.0.0.1").map(NetServer::actualPort);
    }

    public Future<Void> close() {
        return server.close().compose(nothing -> client.close());
    }

    /** Ends all connections and refuses new ones for a while. */
    public void outage(Duration length) {
        outage = true;
        open.forEach(NetSocket::close);
        vertx.setTimer(Math.max(1, length.toMillis()), timer -> outage = false);
    }

    /** Returns how often each fault befell a frame. */
    public Map<Fault, Integer> counts() {
        return counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    private void accept(NetSocket network) {
        if (outage) {
            network.close();
            return;
        }
        network.exceptionHandler(failure -> {});
        network.pause();
        client.connect(target).onComplete(connected -> {
            if (connected.failed()) {
                network.close();
            } else {
                join(network, connected.result());
            }
        });
    }

    private void join(NetSocket network, NetSocket issuer) {
        issuer.exceptionHandler(failure -> {});
        SplittableRandom random = new SplittableRandom(seed + connections.incrementAndGet());
        Pair pair = new Pair(network, issuer);
        open.add(network);
        network.closeHandler(nothing -> pair.end());
        issuer.closeHandler(nothing -> pair.end());
        direction(new FaultyDirection.Ends(network, issuer), random.split(), pair);
        direction(new FaultyDirection.Ends(issuer, network), random.split(), pair);
        network.resume();
    }

    private void direction(FaultyDirection.Ends ends, SplittableRandom random, Pair pair) {
        new FaultyDirection(vertx, ends, style.profile(), plan, random, pair).begin();
    }

    private final class Pair implements FaultyDirection.Connection {

        private final NetSocket network;
        private final NetSocket issuer;
        private boolean frozen;

        Pair(NetSocket network, NetSocket issuer) {
            this.network = network;
            this.issuer = issuer;
        }

        @Override
        public void end() {
            open.remove(network);
            network.close();
            issuer.close();
        }

        @Override
        public void freeze() {
            frozen = true;
        }

        @Override
        public boolean isFrozen() {
            return frozen;
        }

        @Override
        public void count(Fault fault) {
            counts.merge(fault, 1, Integer::sum);
        }
    }
}
