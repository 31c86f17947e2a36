package dev.holdfast.engine.link;

import java.util.List;

/**
 * How a {@link LinkServer} listens.
 *
 * @param listeners one per network
 * @param instances event loops that serve links; each link lives on one
 */
public record LinkOptions(List<Listener> listeners, LinkLimits limits, int instances) {

    public LinkOptions {
        listeners = List.copyOf(listeners);
    }

    /** The same on free ports. */
    public LinkOptions onFreePorts() {
        return new LinkOptions(
                listeners.stream().map(listener -> listener.on(0)).toList(), limits, instances);
    }
}
