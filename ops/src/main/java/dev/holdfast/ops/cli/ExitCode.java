package dev.holdfast.ops.cli;

/** How a command ended, for the shell. {@code docs/configuration.md} repeats this table and a test compares them. */
public enum ExitCode {
    OK(0, "Done. Also after SIGTERM or Ctrl-C, if everything was stopped cleanly."),
    CHECK_FAILED(1, "The command ran, and what it checked is wrong: `verify` has findings, a run diverged."),
    USAGE(2, "The command line cannot be understood."),
    CONFIGURATION(3, "A configured value is refused, Java or Maven is missing or too old, or the build failed."),
    DATABASE(4, "The database or the data directory cannot be used, or was lost."),
    LISTENER(5, "A port cannot be listened on."),
    SERVER(6, "A running server cannot be reached, or refused the request."),
    UNKNOWN(7, "A run showed nothing wrong, but could not compare everything."),
    DEFECT(70, "A bug; the log has its trace.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
