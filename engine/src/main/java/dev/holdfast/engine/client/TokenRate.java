package dev.holdfast.engine.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * How often a client may ask for a token: {@link #BURST} at once, then one every {@link #REFILL}, on each server. A token
 * lasts an hour, so this is for a fleet of a client's programs that start together, and bounds what guessing costs. Wrong
 * secrets count as well: whether one is right is only known after the work.
 */
final class TokenRate {

    static final int BURST = 20;

    static final Duration REFILL = Duration.ofSeconds(3);

    private static final int MAX_CLIENTS = 10_000;

    /** Level at a time, in the refill's unit: what has flowed in since is added when somebody asks. */
    private static final class Allowance {
        private double left = BURST;
        private long atNanos;

        Allowance(long now) {
            atNanos = now;
        }

        synchronized boolean take(long now) {
            left = Math.min(BURST, left + (double) (now - atNanos) / REFILL.toNanos());
            atNanos = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }

    private final LongSupplier nanos;
    private final Cache<UUID, Allowance> allowances = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(REFILL.multipliedBy(BURST))
            .build();

    /** @param nanos a clock that only goes on, such as {@code System::nanoTime} */
    TokenRate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether a client that is there may ask now. */
    boolean take(UUID client) {
        long now = nanos.getAsLong();
        return allowances.get(client, id -> new Allowance(now)).take(now);
    }
}
