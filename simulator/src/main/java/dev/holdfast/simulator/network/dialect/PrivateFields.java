package dev.holdfast.simulator.network.dialect;

import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.simulator.network.message.Draft;

/** What a dialect carries in fields of its own. */
interface PrivateFields {

    /** Whether a capture can say which of how many it is. */
    boolean countsCaptures();

    void write(Draft draft, MessageBuilder message);
}
