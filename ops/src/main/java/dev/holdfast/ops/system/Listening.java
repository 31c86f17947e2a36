package dev.holdfast.ops.system;

import dev.holdfast.ops.configuration.Setting;
import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.SystemOptions.Address;
import io.vertx.core.Future;

import java.net.BindException;
import java.util.Locale;

/**
 * Waits for listeners.
 *
 * @param port the setting that chooses the port
 */
record Listening(Waiting starting, Setting port) {

    /**
     * Waits until a listener listens.
     *
     * @throws StartException if it does not; names the setting if the port is taken
     */
    <T> T forListener(Future<T> listener, Address wanted) {
        try {
            return starting.forResult(listener, "listening on " + wanted.host() + ":" + wanted.port());
        } catch (StartException e) {
            if (e.getCause() instanceof BindException taken
                    && String.valueOf(taken.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("in use")) {
                throw new StartException(
                        Part.LISTENER, e.getMessage() + "; choose another port with " + port.key(), taken);
            }
            throw e;
        }
    }
}
