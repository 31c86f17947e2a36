package dev.holdfast.simulator;

/**
 * What only the caller knows about a run; it goes into the report as it is.
 *
 * @param title a name for the run
 * @param commit of the server's source, or "unknown"
 * @param fsyncMode how durable the server's database is, such as "fsync=on, synchronous_commit=on", or "unknown"
 */
public record RunLabels(String title, String commit, String fsyncMode) {

    public static final RunLabels UNKNOWN = new RunLabels("Open Fabric caller", "unknown", "unknown");
}
