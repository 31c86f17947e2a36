package dev.holdfast.simulator.arrival;

/** Evenly spaced arrivals: the n-th at n / rate, computed from n so that no rounding error adds up. */
final class ConstantArrivals implements Arrivals {

    private final double perSecond;
    private long count;

    ConstantArrivals(double perSecond) {
        this.perSecond = perSecond;
    }

    @Override
    public double nextSeconds() {
        return ++count / perSecond;
    }
}
