package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Decides a request of the network. */
public record AuthorizationRoute(NetworkHost host) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        Arrival arrival = AuthorizationForm.read(call, null);
        return host.answer(arrival).map(answer -> MessageAnswer.of(arrival, answer));
    }
}
