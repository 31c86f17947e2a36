package dev.holdfast.simulator.network.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The payments begun last, for the report of a balance that differs. */
final class Histories {

    /** A few seconds of a fast run; more would make the collector pause longer than the generator may be late. */
    static final int KEPT = 10_000;

    private static final int MOST_LINES = 120;

    private final Deque<PaymentTrack> tracks = new ArrayDeque<>();

    void add(PaymentTrack track) {
        tracks.addLast(track);
        if (tracks.size() > KEPT) {
            tracks.removeFirst();
        }
    }

    /** Returns the histories of an account's payments, the last first. */
    List<String> of(String accountRef) {
        List<String> lines = new ArrayList<>();
        Iterator<PaymentTrack> latest = tracks.descendingIterator();
        while (latest.hasNext() && lines.size() < MOST_LINES) {
            PaymentTrack track = latest.next();
            if (track.accountRef().equals(accountRef)) {
                lines.addAll(track.history());
            }
        }
        return lines;
    }
}
