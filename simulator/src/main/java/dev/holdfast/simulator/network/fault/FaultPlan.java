package dev.holdfast.simulator.network.fault;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How often each fault befalls a frame.
 *
 * @param shares from 0 to 1, in sum at most 1
 * @param delay how long a frame is held back, a connection half open, or a reader slow; at most one minute
 */
public record FaultPlan(Map<Fault, Double> shares, Duration delay) {

    public static final FaultPlan NONE = new FaultPlan(Map.of(), Duration.ofMillis(1));

    public FaultPlan {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (shares.values().stream().anyMatch(share -> !(share >= 0)) || sum > 1 || delay.toMinutes() > 1) {
            throw new IllegalArgumentException("shares from 0 to 1, in sum at most 1; a delay of at most one minute");
        }
        shares = shares.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(shares));
    }

    /** Everything at once: each gentle fault befalls one frame of a hundred, each that ends a connection one of 2,000. */
    public static FaultPlan everything(Duration delay) {
        Map<Fault, Double> shares = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            shares.put(fault, isGentle(fault) ? 0.01 : 0.0005);
        }
        return new FaultPlan(shares, delay);
    }

    private static boolean isGentle(Fault fault) {
        return switch (fault) {
            case LOST, DELAYED, TWICE, BYTE_BY_BYTE, TOGETHER, EMPTY_BEFORE -> true;
            case DAMAGED, CUT, GARBAGE_BEFORE, OVERSIZE_BEFORE, HALF_OPEN, SLOW_READER -> false;
        };
    }

    /** Whether frames are damaged, so that the issuer may rightly say that it did not understand. */
    public boolean damages() {
        return shares.getOrDefault(Fault.DAMAGED, 0.0) > 0 || shares.getOrDefault(Fault.GARBAGE_BEFORE, 0.0) > 0;
    }

    /** Returns what befalls the next frame, or null if nothing does. */
    @Nullable
    Fault draw(RandomGenerator random) {
        double left = random.nextDouble();
        for (Map.Entry<Fault, Double> share : shares.entrySet()) {
            left -= share.getValue();
            if (left < 0) {
                return share.getKey();
            }
        }
        return null;
    }
}
