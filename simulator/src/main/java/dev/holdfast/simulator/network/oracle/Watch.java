package dev.holdfast.simulator.network.oracle;

import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.model.Decision;
import org.jspecify.annotations.Nullable;

/** A message under way, and what was due to it when it was sent. */
public final class Watch {

    final PaymentTrack track;
    final Draft draft;
    final WatchedAccount account;
    /** The answer that the same message has had before, or null if it is new. */
    final @Nullable NetworkAnswer stored;

    /** The code that holds whatever else happens, or null if there is none. */
    @Nullable
    String certain;

    /** The decision if nothing else happens on the account until the answer, or null if something already does. */
    @Nullable
    Decision quiet;

    long accountVersion;

    /** Whether a PIN may still have been taken when this began. */
    boolean pinTaken = true;

    /** What the card's count of wrong PINs was asked when this began. */
    long pinBegun;

    Watch(PaymentTrack track, Draft draft, WatchedAccount account, @Nullable NetworkAnswer stored) {
        this.track = track;
        this.draft = draft;
        this.account = account;
        this.stored = stored;
    }

    public PaymentTrack track() {
        return track;
    }

    public Draft draft() {
        return draft;
    }

    boolean hadTheAccountToItself() {
        return account.version() == accountVersion;
    }
}
