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

    boolean isLastCapture() {
        return last && !refund && !takenBack && minor > 0;
    }
}
