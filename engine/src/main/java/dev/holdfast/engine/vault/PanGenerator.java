package dev.holdfast.engine.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws new card numbers under a BIN, each digit between the BIN and the check digit at random, so that a number tells
 * nothing of the next one. Distinct within a batch; against numbers issued before, the table's unique look-up digest
 * decides.
 */
public final class PanGenerator {

    /** Bounds the time one call takes: some tens of milliseconds. */
    public static final int MAX_BATCH = 10_000;

    /** At most half of a BIN is drawn at once, so this many misses in a row have a chance of 2^-128. */
    private static final int MAX_MISSES = 128;

    private final SecureRandom random;

    public PanGenerator(SecureRandom random) {
        this.random = random;
    }

    /**
     * Draws {@code count} distinct numbers.
     *
     * @throws IllegalArgumentException if the count is below 1, above {@link #MAX_BATCH}, or above half the BIN's
     *     capacity
     */
    public List<Pan> draw(Bin bin, int count) {
        if (count < 1 || count > MAX_BATCH) {
            throw new IllegalArgumentException("a batch has 1 to " + MAX_BATCH + " card numbers");
        }
        if (count > bin.capacity() / 2) {
            throw new IllegalArgumentException("the batch is more than half of what the BIN has");
        }
        Set<Pan> drawn = new LinkedHashSet<>(count * 2);
        for (int misses = 0; drawn.size() < count; ) {
            misses = drawn.add(draw(bin)) ? 0 : misses + 1;
            if (misses > MAX_MISSES) {
                throw new IllegalStateException("the random source repeats itself");
            }
        }
        return new ArrayList<>(drawn);
    }

    private Pan draw(Bin bin) {
        byte[] ascii = Arrays.copyOf(bin.prefix().getBytes(StandardCharsets.US_ASCII), bin.panLength());
        int last = ascii.length - 1;
        for (int i = bin.prefix().length(); i < last; i++) {
            ascii[i] = (byte) ('0' + random.nextInt(10));
        }
        ascii[last] = Luhn.checkDigit(ascii, last);
        return Pan.ofAscii(ascii).orElseThrow();
    }
}
