package dev.holdfast.ops.card;

import dev.holdfast.engine.card.KeyRotation;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.NumberedKeys;
import io.vertx.core.Future;

import java.util.Locale;
import java.util.SortedMap;

/** What a vault key is for. */
public enum KeyPurpose {
    /** Wraps the data keys of card numbers. */
    ENCRYPTION {
        @Override
        NumberedKeys of(KeyRing ring) {
            return ring.encryption();
        }

        @Override
        KeyRing with(KeyRing ring, NumberedKeys keys) {
            return new KeyRing(keys, ring.lookup(), ring.development());
        }

        @Override
        Future<SortedMap<Integer, Long>> rows(KeyRotation rotation) {
            return rotation.rowsByEncryptionKey();
        }

        @Override
        Future<KeyRotation.Progress> rewrite(KeyRotation rotation, String actor) {
            return rotation.rewrap();
        }
    },
    /** Makes the digests by which card numbers are found. */
    LOOKUP {
        @Override
        NumberedKeys of(KeyRing ring) {
            return ring.lookup();
        }

        @Override
        KeyRing with(KeyRing ring, NumberedKeys keys) {
            return new KeyRing(ring.encryption(), keys, ring.development());
        }

        @Override
        Future<SortedMap<Integer, Long>> rows(KeyRotation rotation) {
            return rotation.rowsByLookupKey();
        }

        @Override
        Future<KeyRotation.Progress> rewrite(KeyRotation rotation, String actor) {
            return rotation.redigest(actor);
        }
    };

    abstract NumberedKeys of(KeyRing ring);

    abstract KeyRing with(KeyRing ring, NumberedKeys keys);

    abstract Future<SortedMap<Integer, Long>> rows(KeyRotation rotation);

    abstract Future<KeyRotation.Progress> rewrite(KeyRotation rotation, String actor);

    /** How key files and commands spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
