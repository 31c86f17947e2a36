package dev.holdfast.ledgerapi.exchange;

import io.vertx.core.Future;

/** Serves one endpoint. */
@FunctionalInterface
public interface Route {

    /** Serves a call, or fails with an {@link dev.holdfast.ledgerapi.error.ApiException} or an engine failure. */
    Future<Answer> serve(Call call);
}
