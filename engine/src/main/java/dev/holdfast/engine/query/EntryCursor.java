package dev.holdfast.engine.query;

import dev.holdfast.engine.account.AccountOpening;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a listing of entries has got to in each balance of the account: all below these numbers are still to come. */
final class EntryCursor {

    private final Long[] below;

    private EntryCursor(Long[] below) {
        this.below = below;
    }

    /**
     * Reads a cursor; absent, the listing begins with the newest.
     *
     * @throws IllegalArgumentException if it is none that {@link #toString()} has made
     */
    static EntryCursor parse(@Nullable String text) {
        Long[] below = new Long[AccountOpening.MAX_BALANCES];
        Arrays.fill(below, Long.MAX_VALUE);
        if (text == null) {
            return new EntryCursor(below);
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length > below.length) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        for (int balance = 0; balance < parts.length; balance++) {
            below[balance] = number(parts[balance]);
        }
        return new EntryCursor(below);
    }

    private static long number(String part) {
        try {
            return part.isEmpty() ? Long.MAX_VALUE : Long.parseLong(part, Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor of this list", e);
        }
    }

    /** Moves past an entry that is on the page. */
    void pass(EntryView entry) {
        below[entry.entry().position().balance()] = entry.entry().position().seq();
    }

    Long[] below() {
        return below;
    }

    @Override
    public String toString() {
        return Arrays.stream(below)
                .map(seq -> seq == Long.MAX_VALUE ? "" : Long.toString(seq, Character.MAX_RADIX))
                .collect(Collectors.joining("."));
    }
}
