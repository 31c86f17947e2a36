package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.oracle.PaymentTrack;

import java.time.Duration;

/**
 * Waits until an authorization has expired at the issuer. Shortly before it may have, the account counts as uncertain; when
 * it must have, the model lets it expire too. What would still have to wait when arrivals are over does not.
 */
final class ExpiryWait {

    /** The issuer's clock and ours need not go alike, and it counts from somewhere between request and answer. */
    private static final long EARLY_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();

    /** What becomes of it. */
    interface Outcome {
        void expired();

        /** Arrivals are over, and nothing has expired yet. */
        void tooLong();
    }

    private final Stage stage;
    private final PaymentTrack track;
    private final Outcome outcome;
    private final long perhapsNanos;
    private final long surelyNanos;

    private ExpiryWait(Stage stage, PaymentTrack track, long sentNanos, Outcome outcome) {
        long lifetime = stage.options().expiry().lifetime().toNanos();
        this.stage = stage;
        this.track = track;
        this.outcome = outcome;
        this.perhapsNanos = sentNanos + lifetime - Math.min(EARLY_NANOS, lifetime / 2);
        this.surelyNanos =
                System.nanoTime() + lifetime + stage.options().expiry().late().toNanos();
    }

    /** @param sentNanos when the authorization was sent, which has been answered by now */
    static void begin(Stage stage, PaymentTrack track, long sentNanos, Outcome outcome) {
        new ExpiryWait(stage, track, sentNanos, outcome).look();
    }

    private void look() {
        long now = System.nanoTime();
        if (now >= perhapsNanos) {
            stage.oracle().uncertain(track);
            stage.agenda().at(surelyNanos, this::over);
        } else if (stage.arrivalsOver().getAsBoolean()) {
            outcome.tooLong();
        } else {
            stage.agenda().at(Math.min(perhapsNanos, now + POLL_NANOS), this::look);
        }
    }

    private void over() {
        stage.oracle().expired(track);
        stage.oracle().certain(track);
        outcome.expired();
    }
}
