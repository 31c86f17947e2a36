package dev.holdfast.engine.notification;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Finds the addresses of a name. */
@FunctionalInterface
interface Names {

    /** Fails if it has none. Addresses written as such are their own. */
    Future<List<InetAddress>> resolve(String host);

    /** As this machine finds them. Blocks threads of its own: a name server that does not answer holds nobody else up. */
    static Names ofSystem(Vertx vertx) {
        WorkerExecutor threads =
                vertx.createSharedWorkerExecutor("holdfast-notification-names", 4, 30, TimeUnit.SECONDS);
        return host -> threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
    }
}
