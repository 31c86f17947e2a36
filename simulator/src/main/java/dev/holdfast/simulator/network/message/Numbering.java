package dev.holdfast.simulator.network.message;

/** Gives messages and authorizations names that no other has. */
public interface Numbering {

    MessageId nextId();

    NetworkId nextNetworkId();
}
