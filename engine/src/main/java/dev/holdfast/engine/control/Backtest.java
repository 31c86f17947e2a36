package dev.holdfast.engine.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run of a control set, usually a draft, over what happened once. It counts velocity as it would have been: what the
 * set would have declined is not counted, so that one decline may make room for the next purchase. Velocity begins empty:
 * for windows to be full from the first purchase of interest, begin earlier by the longest of them.
 */
public final class Backtest {

    /** All are kept in memory until the run is over: any of them may still be given back. */
    static final int MAX_EVENTS = 1_000_000;

    private final ControlSet set;
    private final Velocity velocity = new Velocity();
    private final List<BacktestReport.Declined> newlyDeclined = new ArrayList<>();
    private final List<BacktestReport.Approved> newlyApproved = new ArrayList<>();
    private final Map<ControlReason, Integer> reasons = new EnumMap<>(ControlReason.class);
    private final Map<String, Integer> rules = new HashMap<>();
    private Instant newest = Instant.MIN;
    private int events;
    private int asked;
    private int declined;

    Backtest(ControlSet set) {
        this.set = set;
    }

    /**
     * Runs the set, whatever its status, over events in the order of their times.
     *
     * @throws IllegalArgumentException if purchases are not in order, a message bought twice, or events over 1,000,000
     */
    public static BacktestReport run(ControlSet set, Iterable<? extends PastEvent> events) {
        Backtest run = new Backtest(set);
        events.forEach(run::take);
        return run.report();
    }

    /** Takes the next event; throws as {@link #run} does. */
    void take(PastEvent event) {
        if (++events > MAX_EVENTS) {
            throw new IllegalArgumentException("a backtest takes at most " + MAX_EVENTS + " events");
        }
        if (event instanceof PastEvent.Bought bought) {
            if (bought.purchase().at().isBefore(newest)) {
                throw new IllegalArgumentException("past purchases must be in the order of their times");
            }
            newest = bought.purchase().at();
            buy(bought);
        } else if (event instanceof PastEvent.PartReversed part) {
            velocity.giveBack(part.message(), part.minor());
        } else if (event instanceof PastEvent.Reversed reversed) {
            velocity.giveBackAll(reversed.message());
        }
    }

    private void buy(PastEvent.Bought bought) {
        switch (bought.outcome()) {
            case FORCED -> count(bought);
            case DECLINED_OTHERWISE -> {}
            case APPROVED, DECLINED_BY_CONTROLS -> ask(bought);
        }
    }

    private void ask(PastEvent.Bought bought) {
        Purchase purchase = bought.purchase();
        List<Violation> violations = ControlPolicy.violations(List.of(set), purchase, velocity);
        boolean wasApproved = bought.outcome() == PastOutcome.APPROVED;
        asked++;
        declined += violations.isEmpty() ? 0 : 1;
        note(violations);
        violations.forEach(violation -> rules.merge(violation.rule(), 1, Integer::sum));
        if (violations.isEmpty()) {
            count(bought);
            if (!wasApproved) {
                newlyApproved.add(new BacktestReport.Approved(bought.message(), purchase.at()));
            }
        } else if (wasApproved) {
            newlyDeclined.add(new BacktestReport.Declined(bought.message(), purchase.at(), violations));
        }
    }

    private void count(PastEvent.Bought bought) {
        Purchase purchase = bought.purchase();
        velocity.consume(bought.message(), purchase.at(), bought.counts(), ControlPolicy.counters(set, purchase));
    }

    /** Once for each reason, even if several rules are broken for it. */
    private void note(List<Violation> violations) {
        Set<ControlReason> distinct = EnumSet.noneOf(ControlReason.class);
        violations.forEach(violation -> distinct.add(violation.reason()));
        distinct.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    }

    BacktestReport report() {
        return new BacktestReport(
                set.version(),
                new BacktestReport.Counts(asked, declined, reasons, rules),
                newlyDeclined,
                newlyApproved);
    }
}
