package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.link.NetworkLinks;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.oracle.Oracle;

import java.util.function.BooleanSupplier;

/**
 * What every payment of a run plays on.
 *
 * @param arrivalsOver whether no payment begins any more
 */
record Stage(
        NetworkLinks links,
        Oracle oracle,
        Agenda agenda,
        NetworkRecorder recorder,
        NetworkOptions options,
        BooleanSupplier arrivalsOver) {

    TrafficOptions traffic() {
        return options.traffic();
    }

    /** Whether the issuer understood the message that this answers. */
    boolean isUnderstood(NetworkAnswer answer) {
        return !options.tolerance().damagedFrames() || !answer.code().equals(NetworkAnswer.MALFORMED);
    }
}
