package dev.holdfast.engine.metric;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One meter per value of an enum, all made at the start: every series exists from the first scrape on, and none is
 * looked up on the way.
 *
 * @param <E> the enum
 * @param <M> the meter
 */
public final class MeterTable<E extends Enum<E>, M> {

    private final Map<E, M> meters;

    public MeterTable(Class<E> values, Function<E, M> make) {
        this.meters = new EnumMap<>(values);
        for (E value : values.getEnumConstants()) {
            meters.put(value, make.apply(value));
        }
    }

    public M get(E value) {
        return Objects.requireNonNull(meters.get(value));
    }

    /** The value as a label: its name in lower case. */
    public static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
