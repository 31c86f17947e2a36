package dev.holdfast.simulator.network.lifecycle;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How often each kind of life occurs. Weights are relative.
 *
 * @param weights by kind; a kind that is missing does not occur
 */
public record TrafficMix(Map<LifeKind, Double> weights) {

    /** One line a group: the weight of each kind in it. */
    private static final String EVERYDAY = """
            28   PURCHASE
            10   PURCHASE_WITH_CVV
            8    PURCHASE_NOT_CAPTURED
            3    CAPTURED_FOR_LESS CAPTURED_FOR_MORE CAPTURED_IN_PARTS
            2    PARTIAL_APPROVAL
            4    HELD_AND_CAPTURED
            1.5  HELD_AND_INCREMENTED HELD_AND_CAPTURED_FOR_LESS
            1    HELD_AND_CAPTURED_IN_PARTS HELD_AND_NEVER_CAPTURED HELD_AND_OVER_CAPTURED
            3    VERIFICATION
            2    ADDRESS_VERIFICATION REFUND REFUND_AUTHORIZED
            4    CASH PURCHASE_WITH_PIN
            0.8  WRONG_PIN
            0.1  WRONG_PIN_TOO_OFTEN
            1    BALANCE QUASI_CASH CASHBACK REFUND_UNLINKED WRONG_CVV WRONG_EXPIRY OVERSPENDING
            1.5  REVERSED
            0.5  HOLD_REVERSED REVERSED_IN_PART REDUCED HOLD_REDUCED CASH_REVERSED
            """;

    private static final String HOSTILE = """
            0.7  REVERSED_BEFORE REVERSED_MEANWHILE REVERSED_TWICE OVER_REVERSED DECLINED_AND_REVERSED
            0.5  CAPTURED_TWICE CAPTURED_ALONE CAPTURED_BEFORE CAPTURED_MEANWHILE CAPTURE_TAKEN_BACK
            0.5  CAPTURED_AFTER_REVERSAL INCREMENTED_AFTER_REVERSAL INCREMENTED_AND_REVERSED REFUND_REVERSED
            0.3  EXPIRED PURCHASE_EXPIRED CAPTURED_AFTER_EXPIRY REVERSED_AFTER_EXPIRY
            0.5  DUPLICATED REPEATED REVERSAL_REPEATED IDENTITY_REUSED NETWORK_ID_LOST
            0.4  STOOD_IN STOOD_IN_BEFORE TOO_LATE_AND_STOOD_IN STAND_IN_DECLINED
            """;

    /** What an issuer must join. */
    private static final String TWO_NAMES = """
            0.4  STOOD_IN_UNDER_TWO_NAMES REVERSED_UNDER_TWO_NAMES
            """;

    /** What cardholders do, and the follow-ups of it. */
    public static final TrafficMix ORDERLY = parse(EVERYDAY);

    /** The same, and everything that can go wrong with a message's order, number and identity. */
    public static final TrafficMix DEFAULT = parse(EVERYDAY + HOSTILE);

    /** The same, for an issuer that joins payments which it first knew under two names. */
    public static final TrafficMix WITH_TWO_NAMES = parse(EVERYDAY + HOSTILE + TWO_NAMES);

    public TrafficMix {
        if (weights.isEmpty() || weights.values().stream().anyMatch(weight -> !(weight > 0 && weight < 1e9))) {
            throw new IllegalArgumentException("a mix has at least one kind, and positive weights");
        }
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
    }

    /** Every kind as often as any other. */
    public static TrafficMix even() {
        return new TrafficMix(Arrays.stream(LifeKind.values()).collect(Collectors.toMap(kind -> kind, kind -> 1.0)));
    }

    /** Lives of one kind alone. */
    public static TrafficMix only(LifeKind kind) {
        return new TrafficMix(Map.of(kind, 1.0));
    }

    /** The same without lives that wait until something expires. */
    public TrafficMix withoutExpiring() {
        Map<LifeKind, Double> kept = new EnumMap<>(weights);
        kept.keySet().removeIf(LifeKind::isExpiring);
        return new TrafficMix(kept);
    }

    /** The same without lives whose captures count themselves, for a dialect that cannot write that. */
    public TrafficMix withoutCountedCaptures() {
        Map<LifeKind, Double> kept = new EnumMap<>(weights);
        kept.keySet().removeAll(EnumSet.of(LifeKind.CAPTURED_IN_PARTS, LifeKind.HELD_AND_CAPTURED_IN_PARTS));
        return new TrafficMix(kept);
    }

    private static TrafficMix parse(String lines) {
        Map<LifeKind, Double> weights = new EnumMap<>(LifeKind.class);
        lines.lines().forEach(line -> {
            String[] words = line.trim().split(" +", -1);
            for (int index = 1; index < words.length; index++) {
                weights.put(LifeKind.valueOf(words[index]), Double.valueOf(words[0]));
            }
        });
        return new TrafficMix(weights);
    }

    public LifeKind draw(RandomGenerator random) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        double left = random.nextDouble() * sum;
        LifeKind drawn = weights.keySet().iterator().next();
        for (Map.Entry<LifeKind, Double> entry : weights.entrySet()) {
            drawn = entry.getKey();
            left -= entry.getValue();
            if (left < 0) {
                break;
            }
        }
        return drawn;
    }
}
