package dev.holdfast.ops.card;

import dev.holdfast.engine.card.KeyRotation;
import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.NumberedKeys;
import dev.holdfast.ops.keys.KeyDirectory;
import dev.holdfast.ops.keys.KeyWatch;
import dev.holdfast.ops.system.StartException;
import dev.holdfast.ops.system.Waiting;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Shows, changes and drops the vault's keys. See the package's description for the steps of a change. */
public final class KeyChange {

    private static final int KEY_BYTES = 32;

    /** A hundred million rows at the rate of 20,000 a second take an hour and a half. */
    private static final Waiting REWRITING = new Waiting(StartException.Part.DATABASE, Duration.ofHours(6));

    private final CardOffice office;
    private final KeyDirectory directory;
    private final Consumer<String> tell;

    /** @param tell told of each step, a line at a time */
    public KeyChange(CardOffice office, KeyDirectory directory, Consumer<String> tell) {
        this.office = office;
        this.directory = directory;
        this.tell = tell;
    }

    private KeyRotation rotation() {
        return office.engine().keyRotation();
    }

    private SortedMap<Integer, Long> rows(KeyPurpose purpose) {
        return office.await(purpose.rows(rotation()), "counting rows");
    }

    /** Tells of every key and of the rows that need it. */
    public void status() {
        KeyRing ring = directory.ring();
        tell.accept("keys in " + directory);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            NumberedKeys keys = purpose.of(ring);
            SortedMap<Integer, Long> rows = rows(purpose);
            for (int number : keys.numbers()) {
                tell.accept(String.format(
                        "%-10s %5d  %-8s %,d rows",
                        purpose, number, state(keys, number), rows.getOrDefault(number, 0L)));
            }
            rows.keySet().stream()
                    .filter(number -> keys.find(number).isEmpty())
                    .forEach(number -> tell.accept(
                            String.format("%-10s %5d  MISSING  %,d rows", purpose, number, rows.get(number))));
        }
        tell.accept("vault keys are " + origin(ring.development()) + "; HSM keys are "
                + origin(directory.hsmKeysAreForDevelopment()));
    }

    private static String origin(boolean development) {
        return development ? "development keys" : "given";
    }

    private static String state(NumberedKeys keys, int number) {
        if (number == keys.current()) {
            return "current";
        }
        return number > keys.current() ? "to come" : "retired";
    }

    /**
     * Changes to a new key, or goes on with a change that was interrupted.
     *
     * @param actor who asks, for the record of accesses
     * @return how many rows could not be read, and so still need the old key
     */
    public long rotate(KeyPurpose purpose, String actor) {
        NumberedKeys keys = purpose.of(directory.ring());
        if (newest(keys) > keys.current()) {
            tell.accept("going on with " + purpose + " key " + newest(keys) + ", which was to come");
            adopt(purpose);
        } else if (rows(purpose).keySet().stream().anyMatch(number -> number != keys.current())) {
            tell.accept("going on: some rows are not under " + purpose + " key " + keys.current() + " yet");
        } else {
            KeyRing announced = directory.change(ring -> purpose.with(ring, announce(purpose.of(ring))));
            tell.accept("drew " + purpose + " key " + newest(purpose.of(announced)) + ", which is to come");
            adopt(purpose);
        }
        office.secrets().keys().replace(directory.ring());
        KeyRotation.Progress done = REWRITING.forResult(purpose.rewrite(rotation(), actor), "rewriting rows");
        tell.accept(String.format("rewrote %,d rows; %,d cannot be read", done.rewritten(), done.unreadable()));
        return done.unreadable();
    }

    /** Waits before and after: no server may meet what it does not know. */
    private void adopt(KeyPurpose purpose) {
        settle();
        KeyRing adopted = directory.change(ring -> {
            NumberedKeys keys = purpose.of(ring);
            return purpose.with(ring, new NumberedKeys(newest(keys), keys.byNumber()));
        });
        tell.accept(purpose + " key " + purpose.of(adopted).current() + " is the current one");
        settle();
    }

    private static NumberedKeys announce(NumberedKeys keys) {
        NumberedKeys rotated = keys.rotatedTo(KeyBytes.random(new SecureRandom(), KEY_BYTES));
        return new NumberedKeys(keys.current(), rotated.byNumber());
    }

    private static int newest(NumberedKeys keys) {
        return Collections.max(keys.byNumber().keySet());
    }

    private static void settle() {
        try {
            Thread.sleep(KeyWatch.SETTLED.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while servers read the changed keys", e);
        }
    }

    /**
     * Drops a key.
     *
     * @throws IllegalArgumentException if it is not there, or is the current one, or rows need it
     */
    public void retire(KeyPurpose purpose, int number) {
        if (purpose.of(directory.ring()).find(number).isEmpty()) {
            throw new IllegalArgumentException("there is no " + purpose + " key " + number);
        }
        long needed = rows(purpose).getOrDefault(number, 0L);
        if (needed > 0) {
            throw new IllegalArgumentException(
                    String.format("%,d rows need %s key %d: rotate first", needed, purpose, number));
        }
        directory.change(ring -> drop(purpose, ring, number));
        tell.accept("dropped " + purpose + " key " + number);
    }

    private static KeyRing drop(KeyPurpose purpose, KeyRing ring, int number) {
        NumberedKeys keys = purpose.of(ring);
        if (number == keys.current()) {
            throw new IllegalArgumentException("key " + number + " is the current one");
        }
        return purpose.with(ring, keys.without(number));
    }
}
