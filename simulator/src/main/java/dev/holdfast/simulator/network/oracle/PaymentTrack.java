package dev.holdfast.simulator.network.oracle;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One payment as it was played: its number, its card, and the messages of it. */
public final class PaymentTrack {

    private static final int MOST_ENTRIES = 40;

    private record Entry(
            long nanos,
            @Nullable Draft sent,
            boolean repeat,
            @Nullable Object heard) {}

    private final long number;
    private final TestCard card;
    private final String life;
    private final List<Entry> entries = new ArrayList<>(6);
    private boolean entangled;

    public PaymentTrack(long number, TestCard card, String life) {
        this.number = number;
        this.card = card;
        this.life = life;
    }

    /** Notes that earlier or simultaneous messages of the payment may decide on a request. */
    void entangled() {
        entangled = true;
    }

    boolean isEntangled() {
        return entangled;
    }

    public long number() {
        return number;
    }

    public String accountRef() {
        return card.accountRef();
    }

    public void sent(Draft draft, boolean repeat) {
        add(new Entry(System.nanoTime(), draft, repeat, null));
    }

    public void heard(NetworkAnswer answer) {
        add(new Entry(System.nanoTime(), null, false, answer));
    }

    public void silence() {
        add(new Entry(System.nanoTime(), null, false, "no answer in time"));
    }

    private void add(Entry entry) {
        if (entries.size() < MOST_ENTRIES) {
            entries.add(entry);
        }
    }

    /** Returns the history, a line a message, times since the payment began. */
    public List<String> history() {
        List<String> lines = new ArrayList<>();
        lines.add("payment " + number + " (" + life.toLowerCase(Locale.ROOT) + ") with card " + card.cardId()
                + " on account " + card.accountRef());
        long origin = entries.isEmpty() ? 0 : entries.get(0).nanos();
        for (Entry entry : entries) {
            String what = entry.sent() == null
                    ? "<- " + entry.heard()
                    : "-> " + (entry.repeat() ? "repeat of " : "") + entry.sent();
            lines.add(String.format(Locale.ROOT, "%9.3f ms %s", (entry.nanos() - origin) / 1e6, what));
        }
        return lines;
    }
}
