package dev.holdfast.ops.cli;

import dev.holdfast.simulator.RunLabels;
import dev.holdfast.simulator.SimulationOptions;
import dev.holdfast.simulator.payment.PaymentOptions;
import dev.holdfast.simulator.population.PopulationOptions;
import picocli.CommandLine.Option;

import java.time.Duration;

/** What the payments of a simulation are like, and who makes them. */
final class PaymentFlags {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed makes the same payments. Default: ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Option(names = "--accounts", paramLabel = "N", description = "Accounts to open. Default: ${DEFAULT-VALUE}.")
    private int accounts = 1_000;

    @Option(
            names = "--zipf",
            paramLabel = "X",
            description = "How uneven the payments are: 0 is even, 1 very uneven. Default: ${DEFAULT-VALUE}.")
    private double zipf = 0.8;

    @Option(
            names = "--funding",
            paramLabel = "DOLLARS",
            description = "What each account begins with, in its own currency. Default: ${DEFAULT-VALUE}.")
    private double funding = 1_000;

    @Option(
            names = "--duplicates",
            paramLabel = "SHARE",
            description = "Share of operations that are sent twice, from 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double duplicates = 0.02;

    @Option(
            names = "--refused",
            paramLabel = "SHARE",
            description = "Share of payments made to be refused, from 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double refused = 0.03;

    @Option(
            names = "--step-gap-ms",
            paramLabel = "N",
            description = "Mean pause between two operations of a payment. Default: ${DEFAULT-VALUE}.")
    private int stepGapMillis = 200;

    @Option(names = "--title", paramLabel = "TEXT", description = "A name for the report. Default: ${DEFAULT-VALUE}.")
    private String title = "Open Fabric caller";

    @Option(
            names = "--durability",
            paramLabel = "TEXT",
            description = "What the report shall say of the server's database. Default: ${DEFAULT-VALUE}.")
    private String durability = "unknown";

    double zipf() {
        return zipf;
    }

    Duration stepGap() {
        return Duration.ofMillis(stepGapMillis);
    }

    long seed() {
        return seed;
    }

    SimulationOptions applyTo(SimulationOptions options) {
        PopulationOptions usual = options.population();
        return options.withPopulation(
                        new PopulationOptions(seed, usual.runId(), accounts, zipf, usual.currencies(), funding))
                .withPayments(new PaymentOptions(refused, duplicates, Duration.ofMillis(stepGapMillis)))
                .withLabels(new RunLabels(title, ProgramVersion.commit(), durability));
    }
}
