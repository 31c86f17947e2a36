package dev.holdfast.ops.simulate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a summary says of a run as such.
 *
 * @param title of the run
 * @param seed of its payments
 * @param accounts that it opens
 * @param planned length of its load; empty if a signal ends it
 * @param links where to look, each with a name
 */
public record RunHeader(String title, long seed, int accounts, Optional<Duration> planned, List<Link> links) {

    public record Link(String name, String url) {}
}
