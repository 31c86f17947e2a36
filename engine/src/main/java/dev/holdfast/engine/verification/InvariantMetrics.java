package dev.holdfast.engine.verification;

import dev.holdfast.engine.metric.MeterTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What verification tells Prometheus: whether each check held when it was last made, and what is on hold. */
final class InvariantMetrics {

    private static final Set<Check> GLANCED = EnumSet.of(Check.TOTALS_BALANCE, Check.TOTALS_MATCH_BALANCES);

    /** 1 held, 0 did not, NaN not checked yet. */
    private final MeterTable<Check, AtomicReference<Double>> held;

    private final MultiGauge openHolds;
    private final MultiGauge heldAmount;

    InvariantMetrics(MeterRegistry meters) {
        this.held = new MeterTable<>(Check.class, check -> invariant(meters, check));
        this.openHolds = MultiGauge.builder("holdfast.holds.open")
                .description("Holds that are open, as of the last glance")
                .register(meters);
        this.heldAmount = MultiGauge.builder("holdfast.holds.held.amount")
                .description("Money on hold in major units of the currency, as of the last glance")
                .register(meters);
    }

    private static AtomicReference<Double> invariant(MeterRegistry meters, Check check) {
        AtomicReference<Double> value = new AtomicReference<>(Double.NaN);
        Gauge.builder("holdfast.invariant.ok", value, AtomicReference::get)
                .description("Whether the check held when it was last made: 1, or 0; NaN before the first time")
                .tag("check", check.label())
                .strongReference(true)
                .register(meters);
        return value;
    }

    void holds(List<Glance.Holds> holds) {
        openHolds.register(
                holds.stream()
                        .map(row -> MultiGauge.Row.of(
                                Tags.of("currency", row.currency().code()), row.open()))
                        .toList(),
                true);
        heldAmount.register(
                holds.stream()
                        .map(row -> MultiGauge.Row.of(
                                Tags.of("currency", row.currency().code()), row.held()))
                        .toList(),
                true);
    }

    void glanced(VerificationReport report) {
        set(GLANCED, report);
    }

    void verified(VerificationReport report) {
        set(EnumSet.complementOf(EnumSet.copyOf(GLANCED)), report);
    }

    private void set(Set<Check> made, VerificationReport report) {
        made.forEach(check -> held.get(check).set(broken(report, check) ? 0.0 : 1.0));
    }

    private static boolean broken(VerificationReport report, Check check) {
        return report.findings().stream().anyMatch(finding -> finding.check() == check);
    }
}
