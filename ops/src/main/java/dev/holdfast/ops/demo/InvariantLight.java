package dev.holdfast.ops.demo;

import dev.holdfast.engine.verification.Verifier;
import dev.holdfast.ops.simulate.Invariants;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Compares the book's sums while somebody looks: whoever asks gets the last answer, and has the next one fetched. */
final class InvariantLight implements Supplier<Invariants> {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Verifier verifier;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Invariants state = Invariants.NOT_CHECKED_YET;
    private volatile long askedNanos = System.nanoTime() - INTERVAL_NANOS;

    InvariantLight(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Invariants get() {
        if (System.nanoTime() - askedNanos >= INTERVAL_NANOS && asking.compareAndSet(false, true)) {
            askedNanos = System.nanoTime();
            verifier.glance()
                    .onSuccess(report -> state = report.clean() ? Invariants.HOLD : Invariants.BROKEN)
                    .onFailure(failure -> state = Invariants.NOT_CHECKED_YET)
                    .onComplete(answered -> asking.set(false));
        }
        return state;
    }
}
