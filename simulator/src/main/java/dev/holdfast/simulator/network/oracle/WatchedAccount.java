package dev.holdfast.simulator.network.oracle;

import dev.holdfast.simulator.network.model.ModelAccount;

/** An account of the model, and how sure the model is of it. */
final class WatchedAccount {

    final ModelAccount model;
    /** Messages whose effect is not known yet. */
    private int unsettled;
    /** Counts what begins, so that a request can tell whether it had the account to itself. */
    private long version;

    WatchedAccount(ModelAccount model) {
        this.model = model;
    }

    void begin() {
        unsettled++;
        version++;
    }

    void settle() {
        unsettled--;
    }

    boolean isSettled() {
        return unsettled == 0;
    }

    long version() {
        return version;
    }
}
