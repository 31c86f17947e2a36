/**
 * The simulated card network: signs on to an issuer over ISO 8583, pays with its cards, and treats it as badly as a network
 * may.
 *
 * <p>The features, from the wire upwards: {@code dialect} writes messages, {@code link} carries them, {@code fault}
 * mistreats them on the way. {@code lifecycle} says what payments consist of, {@code model} what an issuer must make of
 * them, {@code oracle} holds the two against each other. {@code run} plays payments, {@code knee} finds how many an issuer
 * can take, {@code scenario} plays told stories, {@code report} tells what came out. {@code host} is a host to measure the
 * simulator itself.
 *
 * <p>Invariants: the model is written from the description of the wire and knows nothing of how the engine decides; no
 * card number, verification value or PIN is ever printed; features have no cycles.
 *
 * <p>Threads and bounds: each feature states its own.
 */
@NullMarked
package dev.holdfast.simulator.network;

import org.jspecify.annotations.NullMarked;
