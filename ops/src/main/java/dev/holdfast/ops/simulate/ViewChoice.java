package dev.holdfast.ops.simulate;

import dev.holdfast.ops.terminal.Palette;

import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * How runs are shown.
 *
 * @param onScreen whether on a screen that is redrawn, else in lines
 * @param palette of the screen
 * @param out for the lines
 */
public record ViewChoice(boolean onScreen, Palette palette, PrintWriter out) {

    /** Opens the view of a run. */
    public LiveView open(RunHeader header, Supplier<Invariants> invariants) {
        return onScreen ? LiveView.onScreen(header, invariants, palette) : LiveView.inLines(header, invariants, out);
    }
}
