package dev.holdfast.engine.control;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import java.util.List;

/** A backtest over events that are read page by page. Confined to the context that it is started on. */
public final class BacktestRun {

    private final Backtest backtest;
    private final PastEvents events;
    private final Promise<BacktestReport> report = Promise.promise();

    private BacktestRun(ControlSet set, PastEvents events) {
        this.backtest = new Backtest(set);
        this.events = events;
    }

    /**
     * Runs a set, whatever its status. Fails with what reading fails with, and with {@link IllegalArgumentException} if
     * the events are not in order or too many.
     */
    public static Future<BacktestReport> start(ControlSet set, PastEvents events) {
        BacktestRun run = new BacktestRun(set, events);
        run.readOn();
        return run.report.future();
    }

    /** A loop over pages that are there at once: a call per page would need a stack as deep as there are pages. */
    private void readOn() {
        Future<List<PastEvent>> page = events.next();
        while (page.succeeded()) {
            if (!took(page.result())) {
                return;
            }
            page = events.next();
        }
        page.onSuccess(later -> {
            if (took(later)) {
                readOn();
            }
        });
        page.onFailure(report::tryFail);
    }

    /** Whether there may be more. */
    private boolean took(List<PastEvent> page) {
        if (page.isEmpty()) {
            report.tryComplete(backtest.report());
            return false;
        }
        try {
            page.forEach(backtest::take);
            return true;
        } catch (RuntimeException refused) {
            report.tryFail(refused);
            return false;
        }
    }
}
