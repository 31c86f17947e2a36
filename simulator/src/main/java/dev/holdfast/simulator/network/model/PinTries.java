package dev.holdfast.simulator.network.model;

/**
 * How often a card's PIN has been wrong since it was last right, as far as answers tell: at least and at most. A card may
 * have been tried before, so at first nothing is known.
 */
public final class PinTries {

    /** With so many, the PIN is not asked for any more: no PIN is right. */
    public static final int MOST = 3;

    private int atLeast;
    private int atMost = MOST;
    private int underWay;
    /** Counts what begins, so that a request can tell whether it had the card to itself. */
    private long version;

    /** Begins a request with a PIN. Returns what {@link #hadTheCardToItself} takes. */
    public long begin() {
        version++;
        return underWay++ == 0 ? version : -1;
    }

    public boolean hadTheCardToItself(long begun) {
        return begun == version;
    }

    public boolean surelyExceeded() {
        return atLeast >= MOST;
    }

    public boolean perhapsExceeded() {
        return atMost >= MOST;
    }

    /** Notes that the issuer has found the PIN wrong, and so has counted it. */
    public void wrong(long begun) {
        underWay--;
        if (!surelyExceeded()) {
            atLeast = hadTheCardToItself(begun) ? atLeast + 1 : atLeast;
            atMost = Math.min(atMost, MOST - 1) + 1;
        }
    }

    /** Notes that the issuer has found the PIN right. */
    public void right(long begun) {
        underWay--;
        // If it was decided before the try that was one too many, but its answer is heard after that one's.
        if (!surelyExceeded()) {
            atLeast = 0;
            atMost = hadTheCardToItself(begun) ? 0 : atMost;
        }
    }

    /** Notes that the issuer has said that there were too many. */
    public void exceeded() {
        atLeast = MOST;
        atMost = MOST;
        underWay--;
    }

    /** Notes that nobody knows what the issuer made of it. */
    public void unknown(boolean wasWrong) {
        atLeast = wasWrong || surelyExceeded() ? atLeast : 0;
        atMost = wasWrong ? Math.min(MOST, atMost + 1) : atMost;
        underWay--;
    }
}
