package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.link.NetworkLinks;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.oracle.Oracle;

/**
 * What every payment of a run plays on.
 *
 * @param damagedFrames whether an answer may say that a frame was not understood
 */
record Stage(
        NetworkLinks links,
        Oracle oracle,
        Agenda agenda,
        NetworkRecorder recorder,
        TrafficOptions traffic,
        boolean damagedFrames) {

    /** Whether the issuer understood the message that this answers. */
    boolean isUnderstood(NetworkAnswer answer) {
        return !damagedFrames || !answer.code().equals(NetworkAnswer.MALFORMED);
    }
}
