package dev.holdfast.simulator.payment;

import java.time.Duration;

/**
 * What payments are like.
 *
 * @param refusedShare share of payments made to be refused, from 0 to 1
 * @param duplicateShare share of operations delivered more than once with the same key, from 0 to 1
 * @param stepGap mean pause between two operations of a payment; exponential. Days in life, shortened here; from 0 to 1
 *     minute
 */
public record PaymentOptions(double refusedShare, double duplicateShare, Duration stepGap) {

    private static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    public static final PaymentOptions DEFAULT = new PaymentOptions(0.03, 0.02, Duration.ofMillis(200));

    public PaymentOptions {
        if (!(refusedShare >= 0 && refusedShare <= 1) || !(duplicateShare >= 0 && duplicateShare <= 1)) {
            throw new IllegalArgumentException("shares are from 0 to 1");
        }
        if (stepGap.isNegative() || stepGap.compareTo(LONGEST_GAP) > 0) {
            throw new IllegalArgumentException("the pause between steps is from 0 to 1 minute");
        }
    }
}
