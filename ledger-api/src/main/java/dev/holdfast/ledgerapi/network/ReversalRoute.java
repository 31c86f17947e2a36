package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Takes in that an authorization was taken back. */
public record ReversalRoute(NetworkHost host) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        Arrival arrival = ReversalForm.read(call, call.pathId("authorization_id"));
        return host.answer(arrival).map(answer -> MessageAnswer.of(arrival, answer));
    }
}
