package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.testing.Peer;
import io.vertx.core.buffer.Buffer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * How many 0100 a second the link answers when deciding costs nothing: four links, a bounded number in flight on each.
 * The callers share the machine. A program, not a test; prints one line per round.
 */
final class LinkBenchmark {

    private static final int LINKS = 4;
    private static final int IN_FLIGHT = 256;
    private static final int BURST = 16;
    private static final int PER_LINK = 200_000;
    private static final int ROUNDS = 4;

    private LinkBenchmark() {}

    public static void main(String[] args) throws Exception {
        Profile profile = args.length == 0 ? Profiles.MASTERCARD_STYLE : Profiles.named(args[0]);
        LinkLimits limits = new LinkLimits(LINKS, 512, 10, 2, TestLinks.PATIENT);
        try (TestLinks links = TestLinks.start(
                limits, new LinkPorts(TestLinks.APPROVING, PendingUpdates.NONE), TestLinks.on(profile))) {
            List<Peer> peers = new ArrayList<>();
            for (int link = 0; link < LINKS; link++) {
                peers.add(Peer.connect(links.port(), profile).signOn());
            }
            for (int round = 1; round <= ROUNDS; round++) {
                long begun = System.nanoTime();
                run(peers, profile);
                double seconds = (System.nanoTime() - begun) / 1e9;
                double approved = links.count("messages", "direction", "out", "type", "0110")
                        - links.count("not.signed.on")
                        - links.count("failures");
                if (approved != (double) round * LINKS * PER_LINK) {
                    throw new IllegalStateException("not all were answered by the handler: " + approved);
                }
                System.out.printf("round %d: %,.0f 0100/0110 per second%n", round, LINKS * PER_LINK / seconds);
            }
            peers.forEach(Peer::close);
        }
    }

    private static void run(List<Peer> peers, Profile profile) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Peer peer : peers) {
            Semaphore room = new Semaphore(IN_FLIGHT);
            threads.add(new Thread(() -> send(peer, profile, room)));
            threads.add(new Thread(() -> receive(peer, room)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void send(Peer peer, Profile profile, Semaphore room) {
        byte[] frame = profile.framing().frame(Samples.authorization(profile, 1).toBytes());
        Buffer burst = Buffer.buffer();
        for (int count = 0; count < BURST; count++) {
            burst.appendBytes(frame);
        }
        byte[] bytes = burst.getBytes();
        try {
            for (int sent = 0; sent < PER_LINK; sent += BURST) {
                room.acquireUninterruptibly(BURST);
                peer.sendBytes(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void receive(Peer peer, Semaphore room) {
        try {
            for (int received = 0; received < PER_LINK; received++) {
                if (peer.receiveFrame() == null) {
                    throw new IllegalStateException("the link was closed");
                }
                room.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
