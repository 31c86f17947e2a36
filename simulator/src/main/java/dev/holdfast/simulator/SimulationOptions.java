package dev.holdfast.simulator;

import dev.holdfast.simulator.load.LoadOptions;
import dev.holdfast.simulator.payment.PaymentOptions;
import dev.holdfast.simulator.population.CurrencyMix;
import dev.holdfast.simulator.population.PopulationOptions;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.RetryOptions;
import dev.holdfast.simulator.wire.Target;

import java.time.Duration;
import java.time.Instant;

/**
 * Everything that a run depends on. Each part checks its own bounds.
 *
 * @param target the server
 * @param delivery how it is reached
 * @param population who pays, and the seed
 * @param payments what payments are like
 * @param load how many arrive, and the bounds
 * @param labels what the report shall say besides
 */
public record SimulationOptions(
        Target target,
        Delivery delivery,
        PopulationOptions population,
        PaymentOptions payments,
        LoadOptions load,
        RunLabels labels) {

    /**
     * @param connections to the server
     * @param retries of requests that were not answered
     */
    public record Delivery(ConnectionOptions connections, RetryOptions retries) {
        public static final Delivery DEFAULT = new Delivery(ConnectionOptions.DEFAULT, RetryOptions.DEFAULT);
    }

    private static final int DEFAULT_ACCOUNTS = 1_000;
    private static final double DEFAULT_ZIPF = 0.8;
    private static final double DEFAULT_FUNDING_DOLLARS = 1_000;

    /** A gentle run: 1,000 accounts, 100 payments a second. */
    public static SimulationOptions gentle(Target target, long seed, Duration duration) {
        PopulationOptions population = new PopulationOptions(
                seed, newRunId(), DEFAULT_ACCOUNTS, DEFAULT_ZIPF, CurrencyMix.DEFAULT, DEFAULT_FUNDING_DOLLARS);
        return new SimulationOptions(
                target,
                Delivery.DEFAULT,
                population,
                PaymentOptions.DEFAULT,
                LoadOptions.poisson(100, duration),
                RunLabels.UNKNOWN);
    }

    /** A run id that no run of another millisecond has. */
    public static String newRunId() {
        return Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX);
    }

    public SimulationOptions withDelivery(Delivery other) {
        return new SimulationOptions(target, other, population, payments, load, labels);
    }

    public SimulationOptions withPopulation(PopulationOptions other) {
        return new SimulationOptions(target, delivery, other, payments, load, labels);
    }

    public SimulationOptions withPayments(PaymentOptions other) {
        return new SimulationOptions(target, delivery, population, other, load, labels);
    }

    public SimulationOptions withLoad(LoadOptions other) {
        return new SimulationOptions(target, delivery, population, payments, other, labels);
    }

    public SimulationOptions withLabels(RunLabels other) {
        return new SimulationOptions(target, delivery, population, payments, load, other);
    }
}
