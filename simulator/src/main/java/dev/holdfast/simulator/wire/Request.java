package dev.holdfast.simulator.wire;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, ready to send as often as needed.
 *
 * @param body null for a GET
 */
public record Request(
        HttpMethod method, String path, @Nullable Buffer body) {

    public static Request get(String path) {
        return new Request(HttpMethod.GET, path, null);
    }
}
