package dev.holdfast.ops.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The terminal that this process was started from. */
public final class Terminal {

    /** A window that was resized is followed within this time. */
    private static final long SIZE_AGE_NANOS = Duration.ofSeconds(2).toNanos();

    private Size size = Size.USUAL;
    private long sizeKnownNanos;
    private boolean sizeKnown;

    /**
     * Whether standard output is a terminal that can be redrawn. Asked of the system: {@code System.console()} answers
     * differently from one version of Java to the next.
     */
    public static boolean isInteractive(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "");
        return !type.isEmpty()
                && !"dumb".equals(type)
                && run(new ProcessBuilder("sh", "-c", "test -t 1").inheritIO()).equals(Ended.WELL);
    }

    /** Whether the terminal understands UTF-8, by the locale's usual order of precedence. */
    public static boolean speaksUnicode(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                String upper = locale.toUpperCase(Locale.ROOT);
                return upper.contains("UTF-8") || upper.contains("UTF8");
            }
        }
        return false;
    }

    /** How large it is now. */
    public Size size() {
        long now = System.nanoTime();
        if (!sizeKnown || now - sizeKnownNanos > SIZE_AGE_NANOS) {
            size = ask();
            sizeKnownNanos = now;
            sizeKnown = true;
        }
        return size;
    }

    private static Size ask() {
        ProcessBuilder stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty 2>/dev/null");
        try {
            Process process = stty.start();
            if (ended(process) != Ended.WELL) {
                return Size.USUAL;
            }
            return Size.parse(new String(process.getInputStream().readNBytes(32), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Size.USUAL;
        }
    }

    private enum Ended {
        WELL,
        BADLY
    }

    private static Ended run(ProcessBuilder command) {
        try {
            return ended(command.start());
        } catch (IOException e) {
            return Ended.BADLY;
        }
    }

    private static Ended ended(Process process) {
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                return process.exitValue() == 0 ? Ended.WELL : Ended.BADLY;
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Ended.BADLY;
    }
}
