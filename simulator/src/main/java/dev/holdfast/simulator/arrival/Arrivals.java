package dev.holdfast.simulator.arrival;

/** Instants at which payments begin, one after the other, decided before anything is answered. */
public interface Arrivals {

    /** The next arrival, in seconds since the start; never less than the one before. */
    double nextSeconds();
}
