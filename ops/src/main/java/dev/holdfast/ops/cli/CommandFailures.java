package dev.holdfast.ops.cli;

import dev.holdfast.ops.account.ApiRefusal;
import dev.holdfast.ops.bench.BenchFailed;
import dev.holdfast.ops.configuration.ConfigurationException;
import dev.holdfast.ops.postgres.EmbeddedPostgresException;
import dev.holdfast.ops.simulate.SimulationFailed;
import dev.holdfast.ops.system.StartException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;

/** Says on standard error why a command failed, and chooses the exit code. */
public final class CommandFailures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CommandFailures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        ExitCode exit = exitCode(failure);
        PrintWriter err = command.getErr();
        if (exit == ExitCode.DEFECT) {
            LOG.error("unexpected failure", failure);
            err.println("holdfast: unexpected failure: " + failure);
        } else {
            String.valueOf(failure.getMessage()).lines().forEach(line -> err.println("holdfast: " + line));
            LOG.debug("failed", failure);
        }
        err.flush();
        return exit.code();
    }

    static ExitCode exitCode(@Nullable Throwable failure) {
        if (failure instanceof ConfigurationException) {
            return ExitCode.CONFIGURATION;
        }
        if (failure instanceof EmbeddedPostgresException) {
            return ExitCode.DATABASE;
        }
        if (failure instanceof BenchFailed) {
            return ExitCode.CHECK_FAILED;
        }
        if (failure instanceof ApiRefusal || failure instanceof SimulationFailed) {
            return ExitCode.SERVER;
        }
        if (failure instanceof StartException start) {
            return switch (start.part()) {
                case DATABASE -> ExitCode.DATABASE;
                case LISTENER -> ExitCode.LISTENER;
                case STOPPED -> ExitCode.OK;
            };
        }
        return ExitCode.DEFECT;
    }
}
