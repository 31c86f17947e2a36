package dev.holdfast.simulator.network.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.simulator.network.dialect.AnswerReader;
import dev.holdfast.simulator.network.dialect.DraftWriter;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.MessageId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;

import java.util.ArrayList;
import java.util.List;

/** All links to the issuer. Made and used on one event loop. */
public final class NetworkLinks implements NetworkLink.Owner {

    /** How exactly a time-out is kept. */
    private static final long SWEEP_MILLIS = 5;

    private static final long SIGN_ON_LIMIT_MILLIS = 10_000;

    private static final String SIGN_ON = "001";
    private static final String SIGN_OFF = "002";
    private static final String ECHO = "301";

    private final Vertx vertx;
    private final LinkOptions options;
    private final DraftWriter writer;
    private final NetClient client;
    private final InFlight inFlight;
    private final Traces traces;
    private final List<NetworkLink> links = new ArrayList<>();
    private final long sweepTimer;
    private final Promise<Void> ready = Promise.promise();
    private int turn;
    private long sent;
    private long answered;
    private long late;
    private long timedOut;
    private long malformed;
    private long lost;

    public NetworkLinks(Vertx vertx, LinkOptions options, Traces traces) {
        this.vertx = vertx;
        this.options = options;
        this.traces = traces;
        this.writer = new DraftWriter(options.style());
        this.inFlight = new InFlight(options.timer().toNanos());
        this.client =
                vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(1_000));
        Context context = vertx.getOrCreateContext();
        for (int number = 0; number < options.links(); number++) {
            links.add(new NetworkLink(number, context, client, options, this));
        }
        this.sweepTimer = vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep());
    }

    /** Opens all links. The future succeeds when the first of them is signed on, and fails if none is for too long. */
    public Future<Void> open() {
        links.forEach(NetworkLink::open);
        long limit = vertx.setTimer(
                SIGN_ON_LIMIT_MILLIS,
                timer -> ready.tryFail("no link to " + options.host() + ":" + options.port() + " signed on within "
                        + SIGN_ON_LIMIT_MILLIS + " ms"));
        return ready.future().onComplete(ended -> vertx.cancelTimer(limit));
    }

    /** Signs off from all links and closes them. What is in flight is not answered. */
    public Future<Void> close() {
        links.stream().filter(NetworkLink::isSignedOn).forEach(link -> manage(link, SIGN_OFF, reply -> {}));
        Promise<Void> closed = Promise.promise();
        vertx.setTimer(2 * SWEEP_MILLIS, timer -> {
            vertx.cancelTimer(sweepTimer);
            links.forEach(NetworkLink::close);
            client.close().onComplete(closed);
        });
        return closed.future();
    }

    /** Whether a message can be sent now: a link is signed on and the bound on what is in flight is not reached. */
    public boolean isOpen() {
        return inFlight.size() < options.maxInFlight() && links.stream().anyMatch(NetworkLink::isSignedOn);
    }

    public int inFlight() {
        return inFlight.size();
    }

    /**
     * Sends a message on one of the links, in turn. Without a link that is signed on, it ends as if it had not been
     * answered, after the network's time.
     *
     * @param repeat whether its type says that it is a repeat
     * @param handler told once, on the event loop, how it ended
     */
    public void send(Draft draft, boolean repeat, Handler<Reply> handler) {
        NetworkLink link = next();
        sent++;
        inFlight.add(key(draft), link.number, handler);
        if (link.isSignedOn()) {
            link.send(writer.write(draft, repeat));
        }
    }

    /** Ends every connection at once; they are opened again. */
    public void dropAll() {
        links.forEach(NetworkLink::drop);
    }

    public LinkCounts counts() {
        return new LinkCounts(sent, answered, late, timedOut, malformed, lost);
    }

    private NetworkLink next() {
        for (int tried = 0; tried < links.size(); tried++) {
            turn = (turn + 1) % links.size();
            if (links.get(turn).isSignedOn()) {
                break;
            }
        }
        return links.get(turn);
    }

    private void sweep() {
        timedOut += inFlight.expire();
        long silent = System.nanoTime() - LinkOptions.ECHO_AFTER.toNanos();
        for (NetworkLink link : links) {
            if (link.isSignedOn() && link.isSilentSince(silent)) {
                manage(link, ECHO, reply -> {
                    if (reply.answer() == null) {
                        link.drop();
                    }
                });
            }
        }
    }

    private void manage(NetworkLink link, String information, Handler<Reply> handler) {
        String transmitted = traces.transmitted();
        String trace = traces.nextTrace();
        inFlight.add(new InFlight.Key(8, transmitted, trace, ""), link.number, handler);
        link.send(writer.management(transmitted, trace, information));
    }

    @Override
    public void connected(NetworkLink link) {
        manage(link, SIGN_ON, reply -> {
            if (reply.answer() != null && reply.answer().isApproved()) {
                link.signedOn(true);
                ready.tryComplete();
            } else {
                link.drop();
            }
        });
    }

    @Override
    public void received(NetworkLink link, Message message) {
        int code = message.mti().code();
        if (message.mti().isAnswered()) {
            agree(link, message);
            return;
        }
        if (!message.has(7) || !message.has(11)) {
            malformed++;
            return;
        }
        String acquirer = message.find(32);
        InFlight.Key key = new InFlight.Key(
                code / 100, message.text(7), message.text(11), acquirer == null || code / 100 == 8 ? "" : acquirer);
        boolean inTime = inFlight.answered(key, link.number, AnswerReader.read(message));
        if (code / 100 != 8) {
            answered += inTime ? 1 : 0;
            late += inTime ? 0 : 1;
        }
    }

    /** The issuer may ask for an echo or a file update; whatever it asks for is fine with the network. */
    private static void agree(NetworkLink link, Message message) {
        link.send(message.answer(7, 11, 33, 70, 91, 101).set(39, "00").encode());
    }

    @Override
    public void malformed() {
        malformed++;
    }

    @Override
    public void lost() {
        lost++;
    }

    private static InFlight.Key key(Draft draft) {
        MessageId id = draft.id();
        return new InFlight.Key(draft.kind().mti().charAt(1) - '0', id.transmitted(), id.trace(), id.acquirer());
    }
}
