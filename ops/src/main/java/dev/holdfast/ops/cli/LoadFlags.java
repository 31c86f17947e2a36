package dev.holdfast.ops.cli;

import dev.holdfast.simulator.SimulationOptions;
import dev.holdfast.simulator.SimulationOptions.Delivery;
import dev.holdfast.simulator.arrival.ArrivalShape;
import dev.holdfast.simulator.load.LoadOptions;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.RetryOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.time.Duration;

/** How much load a simulation makes, and how it is carried. */
final class LoadFlags {

    private static final int DEFAULT_SECONDS = 30;
    private static final int LONGEST_SECONDS = 86_400;

    /** How payments follow one another. */
    enum Arrival {
        CONSTANT,
        POISSON,
        RAMP,
        SPIKE
    }

    @Option(
            names = "--arrival",
            paramLabel = "SHAPE",
            description = "constant, poisson, ramp or spike; a ramp goes from --ramp-from up to --rate, a spike from "
                    + "--rate to --peak and back, in the middle third. Default: poisson.")
    private Arrival arrival = Arrival.POISSON;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Payments per second, each about two operations. Default: ${DEFAULT-VALUE}.")
    private double rate = 100;

    @Option(
            names = "--ramp-from",
            paramLabel = "N",
            description = "Payments per second that a ramp begins with. Default: ${DEFAULT-VALUE}.")
    private double rampFrom = 1;

    @Option(
            names = "--peak",
            paramLabel = "N",
            description = "Payments per second at the peak of a spike. Default: five times --rate.")
    private @Nullable Double peak;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of the load. Default: " + DEFAULT_SECONDS + ", or a day if --payments is given.")
    private @Nullable Integer seconds;

    @Option(names = "--payments", paramLabel = "N", description = "Ends the load after so many payments.")
    private @Nullable Long payments;

    @Option(
            names = "--max-in-flight",
            paramLabel = "N",
            description = "Operations out at a time. Default: ${DEFAULT-VALUE}.")
    private int maxInFlight = 512;

    @Option(
            names = "--max-waiting",
            paramLabel = "N",
            description = "Operations due and not sent, beyond which payments are dropped. Default: ${DEFAULT-VALUE}.")
    private int maxWaiting = 20_000;

    @Option(
            names = "--drain-seconds",
            paramLabel = "N",
            description = "How long payments may take to finish after the load. Default: ${DEFAULT-VALUE}.")
    private int drainSeconds = 10;

    @Option(names = "--connections", paramLabel = "N", description = "To the server. Default: ${DEFAULT-VALUE}.")
    private int connections = 64;

    @Option(
            names = "--timeout-ms",
            paramLabel = "N",
            description = "After which a request counts as lost and is sent again. Default: ${DEFAULT-VALUE}.")
    private int timeoutMillis = 2_000;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            description = "How often a request is sent before it is given up. Default: ${DEFAULT-VALUE}.")
    private int attempts = 10;

    SimulationOptions applyTo(SimulationOptions options) {
        RetryOptions usual = RetryOptions.DEFAULT;
        Delivery delivery = new Delivery(
                new ConnectionOptions(connections, 1, Duration.ofMillis(timeoutMillis)),
                new RetryOptions(attempts, usual.firstPause(), usual.longestPause()));
        return options.withDelivery(delivery)
                .withLoad(new LoadOptions(
                        shape(),
                        duration(),
                        payments == null ? Long.MAX_VALUE : payments,
                        maxInFlight,
                        maxWaiting,
                        Duration.ofSeconds(drainSeconds)));
    }

    double rate() {
        return rate;
    }

    ArrivalShape shape() {
        return switch (arrival) {
            case CONSTANT -> new ArrivalShape.Constant(rate);
            case POISSON -> new ArrivalShape.Poisson(rate);
            case SPIKE -> {
                Duration third = duration().dividedBy(3);
                yield new ArrivalShape.Spike(rate, peak == null ? 5 * rate : peak, third, third);
            }
            case RAMP -> new ArrivalShape.Ramp(rampFrom, rate, duration());
        };
    }

    Duration duration() {
        if (seconds != null) {
            return Duration.ofSeconds(seconds);
        }
        return Duration.ofSeconds(payments == null ? DEFAULT_SECONDS : LONGEST_SECONDS);
    }
}
