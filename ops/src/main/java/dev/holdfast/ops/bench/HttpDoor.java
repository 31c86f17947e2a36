package dev.holdfast.ops.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Over HTTP/1.1, on connections that are kept, each with one request at a time. What finds no free connection waits for
 * one. Made and used on one event loop.
 */
final class HttpDoor implements Door {

    private final NetClient net;
    private final PreparedRequest hold;
    private final PreparedRequest debit;
    private final int accounts;
    private final AtomicLong numbers;
    private final SplittableRandom random = new SplittableRandom(2);
    private final Queue<HttpLine> free = new ArrayDeque<>();
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(Buffer request, Promise<Boolean> answer) {}

    /**
     * Where it leads.
     *
     * @param server its API
     * @param apiKey of the tenant
     */
    record Address(URI server, String apiKey) {}

    private HttpDoor(NetClient net, Address address, int accounts, AtomicLong numbers) {
        this.net = net;
        this.hold = PreparedRequest.of("hold_balance", address.server(), address.apiKey());
        this.debit = PreparedRequest.of("debit_balance", address.server(), address.apiKey());
        this.accounts = accounts;
        this.numbers = numbers;
    }

    /**
     * Connects.
     *
     * @param accounts to choose from
     * @param numbers of operations, never used twice on one database
     */
    static Future<HttpDoor> open(Vertx vertx, Address address, int connections, int accounts, AtomicLong numbers) {
        NetClient net = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        HttpDoor door = new HttpDoor(net, address, accounts, numbers);
        List<Future<Void>> opening = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            opening.add(net.connect(address.server().getPort(), address.server().getHost())
                    .map(socket -> {
                        door.free.add(new HttpLine(socket, door::released));
                        return null;
                    }));
        }
        return Future.all(opening).map(door);
    }

    @Override
    public Future<Boolean> next() {
        long number = numbers.getAndIncrement();
        Buffer request = (number % 2 == 0 ? hold : debit).with(random.nextInt(accounts), number);
        Promise<Boolean> answer = Promise.promise();
        HttpLine line = free.poll();
        if (line == null) {
            waiting.add(new Waiting(request, answer));
        } else {
            line.send(request, answer);
        }
        return answer.future();
    }

    private void released(HttpLine line) {
        Waiting next = waiting.poll();
        if (next == null) {
            free.add(line);
        } else {
            line.send(next.request(), next.answer());
        }
    }

    Future<Void> close() {
        return net.close();
    }
}
