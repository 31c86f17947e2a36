package dev.holdfast.ops.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Stops something when the process gets SIGTERM, SIGINT or SIGHUP, and then ends the process with exit code 0. Java itself
 * would report 128 + the signal's number even after a clean stop, which process supervisors take for a failure.
 *
 * <p>What has ended before a signal came ends on its own.
 */
public final class StopOnSignal {

    private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);

    private StopOnSignal() {}

    /**
     * Does something that a signal stops.
     *
     * @param stop must be bounded in time; it runs beside the work
     */
    public static ExitCode during(Supplier<ExitCode> work, Runnable stop) {
        Thread hook = new Thread(() -> stopAndHalt(stop), "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            remove(hook);
        }
    }

    /**
     * Does something that a signal only makes end earlier: the process then ends with the work's own exit code.
     *
     * @param ask asks the work to end; returns at once
     * @param limit for the work to end after it was asked
     * @param stop for work that did not end in time; must be bounded
     */
    public static ExitCode early(Supplier<ExitCode> work, Runnable ask, Duration limit, Runnable stop) {
        CompletableFuture<ExitCode> ended = new CompletableFuture<>();
        Thread hook = new Thread(() -> endAndHalt(ended, ask, limit, stop), "end-on-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            ExitCode exit = work.get();
            ended.complete(exit);
            return exit;
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
            throw e;
        } finally {
            remove(hook);
        }
    }

    private static void endAndHalt(CompletableFuture<ExitCode> ended, Runnable ask, Duration limit, Runnable stop) {
        ExitCode exit = ExitCode.DEFECT;
        try {
            ask.run();
            exit = ended.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException e) {
            LOG.error("not done within {} of the signal", limit);
            stop.run();
        } catch (ExecutionException e) {
            exit = CommandFailures.exitCode(e.getCause());
            LOG.error("failed after a signal: {}", String.valueOf(e.getCause()));
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exit.code());
    }

    private static void stopAndHalt(Runnable stop) {
        LOG.info("stopping");
        ExitCode exit = ExitCode.OK;
        try {
            stop.run();
            LOG.info("stopped");
        } catch (RuntimeException e) {
            LOG.error("stopping failed", e);
            exit = ExitCode.DEFECT;
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exit.code());
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the signal was faster");
        }
    }
}
