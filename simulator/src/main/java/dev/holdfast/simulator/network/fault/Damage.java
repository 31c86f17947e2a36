package dev.holdfast.simulator.network.fault;

import dev.holdfast.engine.iso8583.Malformed;
import dev.holdfast.engine.iso8583.Profile;
import org.jspecify.annotations.Nullable;

import java.util.random.RandomGenerator;

/** Spoils messages so that they are surely no message any more. */
final class Damage {

    private static final int TRIES = 16;
    private static final int GARBAGE_BYTES = 40;

    /** No digit in ASCII, EBCDIC or BCD. */
    private static final byte NO_DIGIT = (byte) 0xFF;

    private Damage() {}

    /** Returns the message with a wrong byte, or null if every byte tried would have made another valid message. */
    static byte @Nullable [] of(byte[] message, Profile profile, RandomGenerator random) {
        for (int tried = 0; tried < TRIES; tried++) {
            byte[] damaged = message.clone();
            damaged[random.nextInt(damaged.length)] = NO_DIGIT;
            if (profile.decode(damaged) instanceof Malformed) {
                return damaged;
            }
        }
        return null;
    }

    /** Returns bytes that are no message: no dialect has a message type that begins with this byte. */
    static byte[] garbage(RandomGenerator random) {
        byte[] bytes = new byte[GARBAGE_BYTES];
        random.nextBytes(bytes);
        bytes[0] = NO_DIGIT;
        return bytes;
    }
}
