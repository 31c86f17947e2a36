package dev.holdfast.ops.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.holdfast.ops.simulate.ReportFiles;
import dev.holdfast.ops.simulate.ViewChoice;
import dev.holdfast.ops.terminal.Palette;
import dev.holdfast.ops.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.nio.file.Path;

/** How a run is shown, and where its report goes. */
final class ViewOptions {

    @Option(
            names = "--live",
            negatable = true,
            description = "Shows a screen that is redrawn; --no-live prints lines. Default: a screen on a terminal.")
    private @Nullable Boolean live;

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Directory for the HTML and JSON report. Default: ${DEFAULT-VALUE}.")
    private Path reports = Path.of(ReportFiles.DEFAULT_DIRECTORY);

    ViewChoice view(PrintWriter out) {
        boolean screen = live == null ? Terminal.isInteractive(System.getenv()) : live;
        return new ViewChoice(screen, Palette.of(System.getenv()), out);
    }

    /** Lines only, whatever was asked for. */
    ViewChoice lines(PrintWriter out) {
        return new ViewChoice(false, Palette.of(System.getenv()), out);
    }

    Path reports() {
        return reports;
    }

    /** What is only of interest to an operator would disturb who watches. */
    static void warningsOnly() {
        ((Logger) LoggerFactory.getLogger("dev.holdfast")).setLevel(Level.WARN);
    }
}
