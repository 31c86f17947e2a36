package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Decoded;
import dev.holdfast.engine.iso8583.Malformed;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.Mti;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Reason;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

import java.time.Instant;

/** One connection to a network, from its first byte to its last. Lives on its event loop. */
final class Link {

    private static final Mti ECHO = Mti.of("0800");
    private static final Mti FILE_UPDATE = Mti.of("0302");

    private final NetSocket socket;
    private final Context context;
    private final Profile profile;
    private final LinkParts parts;
    private final FrameAccumulator frames;
    private final Outbox outbox;
    private final Requests requests;
    private final OwnMessages own;
    private final NetworkManagement management;
    private final Exchange exchange;
    private final LinkWatch watch;
    private Instant arrivedAt;
    private int malformedInARow;
    private boolean reading = true;
    private boolean walking;
    private boolean draining;
    private boolean closed;

    Link(NetSocket socket, Context context, Profile profile, LinkParts parts) {
        this.socket = socket;
        this.context = context;
        this.profile = profile;
        this.parts = parts;
        this.arrivedAt = parts.clock().instant();
        this.frames = new FrameAccumulator(profile.framing());
        this.outbox = new Outbox(socket, context, profile.framing(), this::goOn);
        this.requests = new Requests(parts, context, outbox, this::answered);
        this.own = new OwnMessages(profile, parts.clock());
        this.management = new NetworkManagement(own);
        this.exchange = new Exchange(own);
        this.watch = new LinkWatch(parts.limits(), System::nanoTime);
    }

    /** Begins to read, or closes if there are too many links. */
    void open() {
        if (!parts.links().add(this)) {
            close(CloseCause.TOO_MANY_LINKS);
            return;
        }
        long ticks = context.owner().setPeriodic(parts.limits().times().tickMillis(), tick -> tick());
        socket.closeHandler(gone -> {
            context.owner().cancelTimer(ticks);
            close(CloseCause.PEER);
        });
        socket.exceptionHandler(failure -> close(CloseCause.PEER));
        socket.shutdownHandler(shutdown -> drain());
        socket.handler(this::received);
        parts.log().info("{} is open", this);
    }

    private void received(Buffer chunk) {
        arrivedAt = parts.clock().instant();
        frames.append(chunk);
        goOn();
    }

    private void answered() {
        watch.answered();
        goOn();
    }

    /** Takes frames while there is room; without room the link is not read. */
    private void goOn() {
        if (walking || closed) {
            return;
        }
        walking = true;
        boolean more = true;
        while (more && !closed && hasRoom()) {
            more = takeNext();
        }
        walking = false;
        if (draining) {
            endIfDrained();
        } else if (!closed) {
            read(hasRoom());
        }
    }

    private boolean hasRoom() {
        return !draining && !requests.isFull() && !outbox.isFull();
    }

    private void read(boolean wanted) {
        if (wanted && !reading) {
            watch.resumed();
            socket.resume();
        } else if (!wanted && reading) {
            watch.paused();
            socket.pause();
            if (requests.isFull()) {
                parts.metrics().windowFull.increment();
            }
        }
        reading = wanted;
    }

    /** Returns whether there may be a further frame. */
    private boolean takeNext() {
        switch (frames.next()) {
            case MESSAGE -> {
                watch.heard();
                Decoded decoded = profile.decode(frames.bytes(), frames.from(), frames.to());
                if (decoded instanceof Message message) {
                    take(message);
                } else {
                    refuse((Malformed) decoded);
                }
            }
            case SIGN_OF_LIFE -> watch.heard();
            case TOO_LONG -> {
                parts.metrics().malformed.get(Reason.MESSAGE_TOO_LONG).increment();
                close(CloseCause.FRAME_TOO_LONG);
            }
            case INCOMPLETE -> {
                watch.waiting(frames.hasRest());
                return false;
            }
        }
        return true;
    }

    private void take(Message message) {
        MessageType type = MessageType.of(message.mti());
        parts.metrics().received.get(type).increment();
        malformedInARow = 0;
        own.learnFrom(message);
        switch (type.duty()) {
            case HANDLE -> request(message);
            case MANAGE -> manage(message);
            case MATCH_FILE_UPDATE -> {
                if (!exchange.take(message)) {
                    parts.log().info("{} on {} answers no open file update", message.mti(), this);
                }
            }
            case IGNORE -> parts.log().info("{} on {} is not expected here", message.mti(), this);
            case HEAR -> {}
        }
    }

    private void request(Message message) {
        if (management.isSignedOn()) {
            requests.hand(message, arrivedAt);
            return;
        }
        parts.metrics().notSignedOn.increment();
        if (message.mti().isAnswered()) {
            send(Replies.to(message, Replies.ISSUER_UNAVAILABLE), message.mti().answer());
        }
    }

    private void manage(Message message) {
        boolean before = management.isSignedOn();
        send(management.take(message), message.mti().answer());
        if (management.isSignedOn() != before) {
            parts.log().info("{} has signed {}", this, before ? "off" : "on");
        }
    }

    private void refuse(Malformed malformed) {
        parts.metrics().malformed.get(malformed.reason()).increment();
        parts.log().warn("malformed message on {}: {}", this, malformed);
        malformedInARow++;
        profile.answerMalformed(frames.bytes(), frames.from(), frames.to())
                .ifPresent(answer -> send(Replies.coded(answer, Replies.FORMAT_ERROR), answer.mti()));
        if (malformedInARow >= parts.limits().malformedInARow()) {
            close(CloseCause.MALFORMED);
        }
    }

    private void send(byte[] message, Mti type) {
        parts.metrics().sent.get(MessageType.of(type)).increment();
        outbox.add(message);
    }

    private void tick() {
        exchange.timeOutBefore(
                System.nanoTime() - parts.limits().times().fileUpdate().toNanos());
        CloseCause cause = closed ? null : watch.closeCause(outbox.isUnread());
        if (cause != null) {
            close(cause);
        } else if (!closed && watch.takeEcho()) {
            if (watch.echoes() > 1) {
                parts.metrics().echoesMissed.increment();
            }
            management.echo().ifPresent(echo -> send(echo, ECHO));
        }
    }

    boolean isSignedOn() {
        return management.isSignedOn();
    }

    boolean isReadyForFileUpdate() {
        return isSignedOn() && !exchange.isOpen();
    }

    int inFlight() {
        return requests.inFlight();
    }

    /**
     * Sends a file update, and wipes its card number as soon as the message is made or will not be. May be called on any
     * thread; always succeeds, on the link's event loop.
     */
    Future<FileUpdateOutcome> update(PendingUpdate update) {
        Promise<FileUpdateOutcome> outcome = Promise.promise();
        context.runOnContext(turn -> {
            if (closed || draining || !isSignedOn()) {
                outcome.tryComplete(FileUpdateOutcome.NOT_SENT);
            } else {
                exchange.begin(update, System.nanoTime(), outcome).ifPresent(message -> send(message, FILE_UPDATE));
            }
            update.card().wipe();
        });
        return outcome.future();
    }

    /** Takes no further request, answers those in flight, and closes when the peer has read that, or in the end. */
    private void drain() {
        draining = true;
        management.leave();
        read(false);
        context.owner().setTimer(parts.limits().times().drain().toMillis(), late -> close(CloseCause.SHUTDOWN));
        endIfDrained();
    }

    private void endIfDrained() {
        if (requests.inFlight() == 0 && !outbox.isUnread()) {
            close(CloseCause.SHUTDOWN);
        }
    }

    private void close(CloseCause cause) {
        if (closed) {
            return;
        }
        closed = true;
        parts.links().remove(this);
        parts.metrics().closed.get(draining ? CloseCause.SHUTDOWN : cause).increment();
        parts.log().info("{} closed: {}", this, cause);
        management.leave();
        requests.close();
        exchange.finish(FileUpdateOutcome.LINK_LOST);
        outbox.close();
    }

    @Override
    public String toString() {
        return "link from " + socket.remoteAddress();
    }
}
