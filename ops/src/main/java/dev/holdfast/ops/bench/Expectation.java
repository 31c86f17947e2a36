package dev.holdfast.ops.bench;

import java.util.function.ToDoubleFunction;

/** What is expected of two cores that are shared with the load. */
// A method reference has no state; Error Prone believes that of annotated types only.
@SuppressWarnings("ImmutableEnumChecker")
enum Expectation {
    LANES(
            "lanes in process, operations per second",
            Bound.AT_LEAST,
            30_000,
            figures -> figures.lanes().many()),
    LANES_TO_RAW(
            "lanes in process / bare rows",
            Bound.AT_LEAST,
            0.35,
            figures -> figures.lanes().many() / figures.rawRowsPerSecond()),
    LANES_HOT(
            "1 account / many, in process",
            Bound.AT_LEAST,
            0.8,
            figures -> figures.lanes().one() / figures.lanes().many()),
    HTTP(
            "lanes over HTTP, operations per second",
            Bound.AT_LEAST,
            15_000,
            figures -> figures.http().many()),
    HTTP_P99(
            "p99 over HTTP at 128 in flight, ms",
            Bound.AT_MOST,
            25,
            figures -> figures.http().p99Millis()),
    CARDS(
            "authorizations over ISO 8583 per second",
            Bound.AT_LEAST,
            12_000,
            figures -> figures.cards().many()),
    CARDS_P99(
            "p99 of authorizations at half that rate, ms",
            Bound.AT_MOST,
            15,
            figures -> figures.cards().half().p99Millis()),
    HTTP_HOT(
            "1 account / many, over HTTP",
            Bound.AT_LEAST,
            0.8,
            figures -> figures.http().one() / figures.http().many()),
    HEAP("server heap, MiB", Bound.AT_MOST, 512, figures -> figures.memory().committedHeap());

    private enum Bound {
        AT_LEAST,
        AT_MOST
    }

    private final String text;
    private final Bound bound;
    private final double value;
    private final ToDoubleFunction<BenchFigures> measured;

    Expectation(String text, Bound bound, double value, ToDoubleFunction<BenchFigures> measured) {
        this.text = text;
        this.bound = bound;
        this.value = value;
        this.measured = measured;
    }

    String text() {
        return text;
    }

    /** Such as "at least 0.35". */
    String wanted() {
        String number = value < 10 ? String.format("%.2f", value) : String.format("%,.0f", value);
        return (bound == Bound.AT_LEAST ? "at least " : "at most ") + number;
    }

    double measured(BenchFigures figures) {
        return measured.applyAsDouble(figures);
    }

    boolean reached(BenchFigures figures) {
        return bound == Bound.AT_LEAST ? measured(figures) >= value : measured(figures) <= value;
    }
}
