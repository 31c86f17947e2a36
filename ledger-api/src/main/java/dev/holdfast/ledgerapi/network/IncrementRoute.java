package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Decides a request that adds to an authorization. */
public record IncrementRoute(NetworkHost host) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        Arrival arrival = AuthorizationForm.read(call, call.pathId("authorization_id"));
        return host.answer(arrival).map(answer -> MessageAnswer.of(arrival, answer));
    }
}
