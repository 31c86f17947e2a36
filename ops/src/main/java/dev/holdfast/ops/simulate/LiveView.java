package dev.holdfast.ops.simulate;

import dev.holdfast.ops.terminal.Palette;
import dev.holdfast.ops.terminal.Screen;
import dev.holdfast.ops.terminal.Size;
import dev.holdfast.ops.terminal.Terminal;
import dev.holdfast.simulator.Snapshot;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows where a run stands. Snapshots may come from any thread; a slow terminal holds up nobody but the view. */
public final class LiveView implements Consumer<Snapshot>, AutoCloseable {

    private static final Duration FRAME = Duration.ofMillis(500);
    private static final Duration LINE = Duration.ofSeconds(5);
    private static final long CLOSE_MILLIS = 1_000;

    private final RunHeader header;
    private final Supplier<Invariants> invariants;
    private final Style style;
    private final Runnable restore;
    private final History history = new History();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread drawing = new Thread(this::draw, "live-view");
    private volatile @Nullable Snapshot latest;

    private LiveView(RunHeader header, Supplier<Invariants> invariants, Style style, Runnable restore) {
        this.header = header;
        this.invariants = invariants;
        this.style = style;
        this.restore = restore;
        drawing.setDaemon(true);
    }

    private LiveView begin() {
        drawing.start();
        return this;
    }

    private record Style(Duration interval, Consumer<RunState> draw) {}

    /** A screen that is redrawn. */
    public static LiveView onScreen(RunHeader header, Supplier<Invariants> invariants, Palette palette) {
        Terminal terminal = new Terminal();
        Screen screen = Screen.ofStandardOutput();
        Consumer<RunState> draw = state -> {
            Size size = terminal.size();
            screen.show(SummaryPage.of(state, palette, size), size);
        };
        return new LiveView(header, invariants, new Style(FRAME, draw), screen::close).begin();
    }

    /** A line every few seconds. */
    public static LiveView inLines(RunHeader header, Supplier<Invariants> invariants, PrintWriter out) {
        Consumer<RunState> draw = state -> {
            out.println(SummaryLine.of(state));
            out.flush();
        };
        return new LiveView(header, invariants, new Style(LINE, draw), () -> {}).begin();
    }

    @Override
    public void accept(Snapshot snapshot) {
        history.add(snapshot);
        latest = snapshot;
    }

    private void draw() {
        try {
            while (!closing.await(style.interval().toMillis(), TimeUnit.MILLISECONDS)) {
                Snapshot known = latest;
                if (known != null) {
                    style.draw().accept(new RunState(header, known, history, invariants.get()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Draws no more, and restores the terminal. */
    @Override
    public void close() {
        closing.countDown();
        try {
            // The frame that is being drawn must not come after the restored terminal.
            drawing.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            restore.run();
        }
    }
}
