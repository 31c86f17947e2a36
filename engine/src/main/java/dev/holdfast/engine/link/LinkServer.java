package dev.holdfast.engine.link;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens for card networks. */
public final class LinkServer {

    /**
     * Vert.x shares a free port among listeners that ask for the same negative number. Every server and listener has its
     * own, and they stay clear of those that other kinds of servers count down from -1.
     */
    private static final AtomicInteger FREE_PORT = new AtomicInteger(-8583);

    private final Vertx vertx;
    private final List<String> deployments;
    private final List<Integer> ports;
    private @Nullable Future<Void> closing;

    private LinkServer(Vertx vertx, List<String> deployments, List<Integer> ports) {
        this.vertx = vertx;
        this.deployments = deployments;
        this.ports = ports;
    }

    /** Listens. Fails if a port is taken or a TLS file cannot be read; then nothing is left open. */
    public static Future<LinkServer> start(
            Vertx vertx, LinkOptions options, LinkPorts needs, MeterRegistry meters, Clock clock) {
        Links links = new Links(options.limits().links());
        LinkMetrics metrics = new LinkMetrics(meters);
        metrics.watch(links);
        LinkParts parts = new LinkParts(options.limits(), needs.handler(), metrics, links, clock, new SparseLog());
        List<Listener> listeners = options.listeners().stream()
                .map(listener -> listener.port() == 0 ? listener.on(FREE_PORT.getAndDecrement()) : listener)
                .toList();
        List<LinkInstance> instances = new CopyOnWriteArrayList<>();
        return vertx.deployVerticle(
                        () -> {
                            LinkInstance instance = new LinkInstance(listeners, parts);
                            instances.add(instance);
                            return instance;
                        },
                        new DeploymentOptions().setInstances(options.instances()))
                .compose(listening -> vertx.deployVerticle(new FileUpdateSender(needs.updates(), links, metrics))
                        .map(sending -> new LinkServer(
                                vertx,
                                List.of(sending, listening),
                                instances.get(0).ports())));
    }

    /** The ports that it listens on, in the order of the listeners. */
    public List<Integer> ports() {
        return ports;
    }

    /**
     * Stops accepting and reading, answers what is in flight, and closes; bounded by {@link LinkTimes#drain()}. Safe to
     * repeat, on any thread.
     */
    public synchronized Future<Void> close() {
        Future<Void> begun = closing;
        if (begun == null) {
            begun = Future.join(deployments.stream().map(vertx::undeploy).toList())
                    .mapEmpty();
            closing = begun;
        }
        return begun;
    }
}
