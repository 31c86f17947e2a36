package dev.holdfast.simulator.arrival;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Statistics of the schedules. Seeds are fixed, so that a bound of several deviations cannot fail by chance. */
class ArrivalsTest {

    private static final long SEED = 20_261_120;

    @Test
    void constantArrivalsAreEvenlySpaced() {
        Arrivals arrivals = new ArrivalShape.Constant(50).arrivals(new SplittableRandom(SEED));
        assertThat(arrivals.nextSeconds()).isEqualTo(0.02);
        assertThat(arrivals.nextSeconds()).isEqualTo(0.04);
        for (int i = 2; i < 1_000_000; i++) {
            arrivals.nextSeconds();
        }
        assertThat(arrivals.nextSeconds()).isEqualTo(1_000_001 / 50.0);
    }

    @Test
    void poissonArrivalsHaveTheRateOverALongTime() {
        int seconds = 1_000;
        List<Double> times = until(new ArrivalShape.Poisson(100), seconds);
        // Mean 100,000, standard deviation 316.
        assertThat((double) times.size()).isCloseTo(100_000, within(4 * 316.0));
    }

    @Test
    void poissonCountsPerSecondVaryAsMuchAsTheyAverage() {
        int[] counts = perSecond(until(new ArrivalShape.Poisson(100), 2_000), 2_000);
        double mean = mean(counts);
        double variance = 0;
        for (int count : counts) {
            variance += (count - mean) * (count - mean) / counts.length;
        }
        // The ratio of a Poisson process is 1; its deviation over 2,000 seconds is sqrt(2 / 2000), 3 %.
        assertThat(variance / mean).isCloseTo(1, within(0.12));
    }

    @Test
    void poissonGapsAreExponential() {
        List<Double> times = until(new ArrivalShape.Poisson(100), 1_000);
        long longerThanMean = 0;
        for (int i = 1; i < times.size(); i++) {
            longerThanMean += times.get(i) - times.get(i - 1) > 0.01 ? 1 : 0;
        }
        assertThat(longerThanMean / (double) times.size()).isCloseTo(Math.exp(-1), within(0.01));
    }

    @Test
    void rampBringsTheExpectedNumberInEachPart() {
        List<Double> times = until(new ArrivalShape.Ramp(100, 900, Duration.ofSeconds(100)), 100);
        // The rate's integral over each quarter: 25 s at an average of 200, 400, 600, 800.
        double[] expected = {5_000, 10_000, 15_000, 20_000};
        for (int quarter = 0; quarter < 4; quarter++) {
            double from = quarter * 25;
            long seen = times.stream().filter(t -> t >= from && t < from + 25).count();
            assertThat((double) seen)
                    .as("quarter %d", quarter)
                    .isCloseTo(expected[quarter], within(4 * Math.sqrt(expected[quarter])));
        }
    }

    @Test
    void fallingRampBringsTheExpectedNumber() {
        List<Double> times = until(new ArrivalShape.Ramp(900, 100, Duration.ofSeconds(50)), 50);
        assertThat((double) times.size()).isCloseTo(25_000, within(4 * Math.sqrt(25_000)));
        assertThat(times.stream().filter(t -> t < 25).count()).isGreaterThan(times.size() / 2 + 5_000);
    }

    @Test
    void rampStaysAtItsFinalRate() {
        List<Double> times = until(new ArrivalShape.Ramp(10, 500, Duration.ofSeconds(10)), 110);
        long after = times.stream().filter(t -> t >= 10).count();
        assertThat((double) after).isCloseTo(50_000, within(4 * Math.sqrt(50_000)));
    }

    @Test
    void rampWithoutSlopeIsAPoissonProcess() {
        List<Double> flat = until(new ArrivalShape.Ramp(100, 100, Duration.ofSeconds(10)), 100);
        List<Double> poisson = until(new ArrivalShape.Poisson(100), 100);
        assertThat(flat).hasSameSizeAs(poisson);
        for (int i = 0; i < flat.size(); i++) {
            assertThat(flat.get(i)).isCloseTo(poisson.get(i), within(1e-9));
        }
    }

    @Test
    void sameSeedGivesTheSameSchedule() {
        ArrivalShape shape = new ArrivalShape.Ramp(1, 1_000, Duration.ofSeconds(5));
        assertThat(until(shape, 6)).isEqualTo(until(shape, 6));
    }

    @Test
    void refusesRatesOutOfBounds() {
        assertThatThrownBy(() -> new ArrivalShape.Poisson(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArrivalShape.Constant(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArrivalShape.Ramp(1, 2, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Double> until(ArrivalShape shape, double seconds) {
        Arrivals arrivals = shape.arrivals(new SplittableRandom(SEED));
        List<Double> times = new ArrayList<>();
        double previous = 0;
        for (double t = arrivals.nextSeconds(); t < seconds; t = arrivals.nextSeconds()) {
            assertThat(t).isGreaterThanOrEqualTo(previous);
            previous = t;
            times.add(t);
        }
        return times;
    }

    private static int[] perSecond(List<Double> times, int seconds) {
        int[] counts = new int[seconds];
        for (double time : times) {
            counts[(int) time]++;
        }
        return counts;
    }

    private static double mean(int[] counts) {
        double sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum / counts.length;
    }

    @Test
    void aSpikeBringsTheirShareBeforeDuringAndAfter() {
        Arrivals arrivals = new ArrivalShape.Spike(100, 1_000, Duration.ofSeconds(10), Duration.ofSeconds(5))
                .arrivals(new SplittableRandom(3));
        int[] counts = new int[3];
        for (double at = arrivals.nextSeconds(); at < 25; at = arrivals.nextSeconds()) {
            counts[at < 10 ? 0 : at < 15 ? 1 : 2]++;
        }

        // Four standard deviations of a Poisson count.
        assertThat(counts[0]).isBetween(874, 1_126);
        assertThat(counts[1]).isBetween(4_718, 5_282);
        assertThat(counts[2]).isBetween(874, 1_126);
    }
}
