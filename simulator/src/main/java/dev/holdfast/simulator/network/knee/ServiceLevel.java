package dev.holdfast.simulator.network.knee;

import java.time.Duration;

/**
 * What an issuer must keep at a rate that counts as well.
 *
 * @param p99 of requests, from when they were due
 * @param leastAchieved share of what was sent that must be answered by the end of the arrivals
 * @param mostErrors share of requests that may go without an answer that decides
 */
public record ServiceLevel(Duration p99, double leastAchieved, double mostErrors) {

    public static ServiceLevel within(Duration p99) {
        return new ServiceLevel(p99, 0.98, 0.001);
    }
}
