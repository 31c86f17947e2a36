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
import java.util.function.IntFunction;

/** A TCP proxy that mistreats frames. Listens on the loopback interface. */
public final class FaultyProxy {

    private final Vertx vertx;
    private final SocketAddress target;
    private final Style style;
    private final IntFunction<FaultPlan> plans;
    private final long seed;
    private final NetServer server;
    private final NetClient client;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Map<Fault, Integer>> counts = new ConcurrentHashMap<>();
    private final Set<Integer> linksInUse = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean outage;

    /** @param target where the issuer listens; its other settings do not matter here */
    public FaultyProxy(Vertx vertx, LinkOptions target, FaultPlan plan, long seed) {
        this(vertx, target, link -> plan, seed);
    }

    /**
     * Each link has its own faults. A connection is the link with the lowest number, from 1, that is not connected: a link
     * that was lost has its number again when it comes back.
     */
    public FaultyProxy(Vertx vertx, LinkOptions target, IntFunction<FaultPlan> plans, long seed) {
        this.vertx = vertx;
        this.target = SocketAddress.inetSocketAddress(target.port(), target.host());
        this.style = target.style();
        this.plans = plans;
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
        Map<Fault, Integer> sum = new EnumMap<>(Fault.class);
        counts.values().forEach(each -> each.forEach((fault, count) -> sum.merge(fault, count, Integer::sum)));
        return sum;
    }

    /** Returns the numbers of the links on which any fault befell a frame. */
    public Set<Integer> faultyLinks() {
        return Set.copyOf(counts.keySet());
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
        int link = 1;
        while (!linksInUse.add(link)) {
            link++;
        }
        Pair pair = new Pair(network, issuer, link);
        FaultPlan plan = plans.apply(link);
        open.add(network);
        network.closeHandler(nothing -> pair.end());
        issuer.closeHandler(nothing -> pair.end());
        direction(new FaultyDirection.Ends(network, issuer), plan, random.split(), pair);
        direction(new FaultyDirection.Ends(issuer, network), plan, random.split(), pair);
        network.resume();
    }

    private void direction(FaultyDirection.Ends ends, FaultPlan plan, SplittableRandom random, Pair pair) {
        new FaultyDirection(vertx, ends, style.profile(), plan, random, pair).begin();
    }

    private final class Pair implements FaultyDirection.Connection {

        private final NetSocket network;
        private final NetSocket issuer;
        private final int link;
        private boolean frozen;
        private boolean ended;

        Pair(NetSocket network, NetSocket issuer, int link) {
            this.link = link;
            this.network = network;
            this.issuer = issuer;
        }

        @Override
        public void end() {
            if (!ended) {
                ended = true;
                linksInUse.remove(link);
            }
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
            counts.computeIfAbsent(link, first -> new ConcurrentHashMap<>()).merge(fault, 1, Integer::sum);
        }
    }
}
