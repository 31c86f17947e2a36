package dev.holdfast.simulator.network.model;

/** What is known of one presentment or refund. */
final class CaptureFacts {

    private long minor;
    private boolean refund;
    private boolean last;
    private boolean takenBack;

    void presented(long amountMinor, boolean isRefund, boolean isLast) {
        minor = amountMinor;
        refund = isRefund;
        last = isLast;
    }

    void takenBack() {
        takenBack = true;
    }

    long captured() {
        return takenBack || refund ? 0 : minor;
    }

    long refunded() {
        return takenBack || !refund ? 0 : minor;
    }

    long returned() {
        return takenBack && !refund ? minor : 0;
    }

    boolean isLastCapture() {
        return wasLastCapture() && !takenBack;
    }

    /** Whether or not it was taken back. */
    boolean wasLastCapture() {
        return last && !refund && minor > 0;
    }
}
