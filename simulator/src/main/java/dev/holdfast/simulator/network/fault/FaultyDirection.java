package dev.holdfast.simulator.network.fault;

import dev.holdfast.engine.iso8583.Framing;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.simulator.network.link.FrameReader;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** One direction of one connection through the proxy. */
final class FaultyDirection {

    /** Both directions of a connection: what befalls one befalls the other. */
    interface Connection {
        void end();

        /** Nothing passes any more. */
        void freeze();

        boolean isFrozen();

        void count(Fault fault);
    }

    private final Vertx vertx;
    private final NetSocket from;
    private final NetSocket to;
    private final Profile profile;
    private final FaultPlan plan;
    private final RandomGenerator random;
    private final Connection connection;
    private Buffer together = Buffer.buffer();

    FaultyDirection(
            Vertx vertx, Ends ends, Profile profile, FaultPlan plan, RandomGenerator random, Connection connection) {
        this.vertx = vertx;
        this.from = ends.from();
        this.to = ends.to();
        this.profile = profile;
        this.plan = plan;
        this.random = random;
        this.connection = connection;
    }

    record Ends(NetSocket from, NetSocket to) {}

    void begin() {
        FrameReader frames =
                new FrameReader(profile.framing(), (bytes, start, end) -> frame(Arrays.copyOfRange(bytes, start, end)));
        from.handler(bytes -> {
            frames.take(bytes);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(nothing -> from.resume());
            }
        });
    }

    private void frame(byte[] message) {
        if (connection.isFrozen()) {
            return;
        }
        Fault fault = plan.draw(random);
        if (fault == null) {
            pass(message);
        } else {
            connection.count(fault);
            befall(fault, message);
        }
    }

    private void befall(Fault fault, byte[] message) {
        switch (fault) {
            case LOST -> {}
            case DELAYED -> later(() -> pass(message));
            case TWICE -> {
                pass(message);
                pass(message);
            }
            case BYTE_BY_BYTE -> {
                byte[] frame = profile.framing().frame(message);
                for (byte each : frame) {
                    to.write(Buffer.buffer(new byte[] {each}));
                }
            }
            case TOGETHER -> {
                together.appendBytes(profile.framing().frame(message));
                later(this::passTogether);
            }
            case DAMAGED -> {
                byte[] damaged = Damage.of(message, profile, random);
                if (damaged != null) {
                    pass(damaged);
                }
            }
            case CUT -> {
                byte[] frame = profile.framing().frame(message);
                to.write(Buffer.buffer(frame).getBuffer(0, frame.length / 2));
                connection.end();
            }
            case GARBAGE_BEFORE -> {
                pass(Damage.garbage(random));
                pass(message);
            }
            case EMPTY_BEFORE -> {
                pass(new byte[0]);
                pass(message);
            }
            case OVERSIZE_BEFORE -> oversize(message);
            case HALF_OPEN -> {
                connection.freeze();
                later(connection::end);
            }
            case SLOW_READER -> {
                from.pause();
                pass(message);
                later(from::resume);
            }
        }
    }

    /** A length without its message swallows what follows, until the other side ends the connection; if not, we do. */
    private void oversize(byte[] message) {
        Buffer prefix = Buffer.buffer(new byte[Framing.TWO_BYTES.prefixBytes()]);
        prefix.setUnsignedShort(0, 0xFFFF);
        to.write(prefix);
        pass(message);
        connection.freeze();
        later(connection::end);
    }

    private void pass(byte[] message) {
        to.write(Buffer.buffer(profile.framing().frame(message)));
    }

    private void passTogether() {
        Buffer held = together;
        together = Buffer.buffer();
        if (held.length() > 0) {
            to.write(held);
        }
    }

    private void later(Runnable action) {
        long longest = Math.max(1, plan.delay().toMillis());
        vertx.setTimer(1 + random.nextLong(longest), timer -> action.run());
    }
}
