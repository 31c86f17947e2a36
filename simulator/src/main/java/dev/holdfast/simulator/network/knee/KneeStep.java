package dev.holdfast.simulator.network.knee;

import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.network.run.NetworkFigures;

/**
 * What a rate came to.
 *
 * @param offered payments per second
 * @param answered messages per second
 * @param achieved share of what was sent
 * @param p50 of requests, milliseconds
 * @param p99 of requests, milliseconds
 * @param errors share of requests
 * @param generatorBound whether the generator itself was late
 * @param well whether the service level was kept
 */
public record KneeStep(
        double offered,
        double answered,
        double achieved,
        double p50,
        double p99,
        double errors,
        boolean generatorBound,
        boolean well) {

    /** Judges the figures of a run. */
    public static KneeStep of(double offered, NetworkFigures figures, ServiceLevel level) {
        Percentiles requests = figures.latencies().requests().percentiles();
        NetworkFigures.AtLastArrival end = figures.course().atLastArrival();
        boolean well = requests.p99() <= level.p99().toNanos() / 1e6
                && end.achieved() >= level.leastAchieved()
                && figures.errorShare() <= level.mostErrors()
                && figures.payments().dropped() == 0
                && !figures.isGeneratorBound();
        return new KneeStep(
                offered,
                end.answeredPerSecond(),
                end.achieved(),
                requests.p50(),
                requests.p99(),
                figures.errorShare(),
                figures.isGeneratorBound(),
                well);
    }
}
