package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.load.Percentiles;
import org.HdrHistogram.Histogram;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How long things took: what was recorded, at 1 microsecond to 60 seconds and three digits. */
public final class Distribution {

    private static final int TICKS_PER_HALF_DISTANCE = 5;
    private static final double MICROS_PER_MILLI = 1_000;

    private final Histogram micros;

    private Distribution(Histogram micros) {
        this.micros = micros;
    }

    /** Takes a copy of a histogram of microseconds. */
    static Distribution of(Histogram micros) {
        return new Distribution(micros.copy());
    }

    public Percentiles percentiles() {
        return Percentiles.of(micros);
    }

    /** Returns the whole of it in milliseconds, as the plotters of HdrHistogram read it: a .hgrm file. */
    public String hgrm() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            micros.outputPercentileDistribution(out, TICKS_PER_HALF_DISTANCE, MICROS_PER_MILLI);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
