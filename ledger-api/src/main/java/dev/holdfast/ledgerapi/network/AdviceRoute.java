package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Takes in what the network has decided itself. */
public record AdviceRoute(NetworkHost host) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        Arrival arrival = AdviceForm.read(call);
        return host.answer(arrival).map(answer -> MessageAnswer.of(arrival, answer));
    }
}
