package dev.holdfast.simulator.wire;

/** A request was not answered in all its deliveries; whether it was applied is not known. */
public final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswer(int deliveries, String lastProblem) {
        super("not answered in " + deliveries + " deliveries; the last: " + lastProblem);
    }
}
