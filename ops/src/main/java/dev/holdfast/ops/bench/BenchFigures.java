package dev.holdfast.ops.bench;

import dev.holdfast.ops.system.DatabaseFacts;
import dev.holdfast.simulator.report.Machine;

/**
 * What a benchmark came to.
 *
 * @param setting where and how it was run
 * @param rawRowsPerSecond bare inserts
 * @param singleOpsPerSecond one transaction per operation
 * @param lanes in process
 * @param http over HTTP
 * @param cards over ISO 8583
 * @param memory of the server, after the load
 */
public record BenchFigures(
        Setting setting,
        double rawRowsPerSecond,
        double singleOpsPerSecond,
        Lanes lanes,
        Http http,
        Cards cards,
        ServerMemory memory) {

    /**
     * @param machine that everything shared
     * @param database and its durability
     * @param options of the benchmark
     * @param commit of the program
     * @param java options of this process and of the server
     */
    public record Setting(Machine machine, DatabaseFacts database, BenchOptions options, String commit, String java) {}

    /** Operations per second, on many accounts and on one. */
    public record Lanes(double many, double one) {}

    /**
     * @param many operations per second on many accounts
     * @param one on one account
     * @param p50Millis at {@code many}
     * @param p99Millis likewise
     * @param half at half the rate of {@code many}
     */
    public record Http(double many, double one, double p50Millis, double p99Millis, Half half) {}

    /**
     * Authorizations per second, the generator on the same machine.
     *
     * @param ceiling what the generator reaches on a host that does nothing
     * @param many on many cards
     * @param one on one account
     * @param ten with ten controls a card
     * @param fifty with fifty controls a card
     * @param half at half the rate of {@code many}
     * @param halfP999Millis likewise
     */
    public record Cards(
            double ceiling, double many, double one, double ten, double fifty, Half half, double halfP999Millis) {}

    /** Latency from when each operation was due. */
    public record Half(double perSecond, double p50Millis, double p99Millis) {}
}
