package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.NetworkHost;
import dev.holdfast.engine.network.NetworkMessage;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Takes a payment's expiry back, on behalf of an operator. */
public record UnexpiryRoute(NetworkHost host) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        NetworkMessage message = UnexpiryForm.read(call);
        return host.state(message).map(outcome -> answer(message, outcome));
    }

    private static Answer answer(NetworkMessage message, MessageOutcome outcome) {
        if (outcome.reason() == DeclineReason.CARD_NOT_FOUND) {
            throw new ApiException(ErrorCode.ACCOUNT_NOT_FOUND);
        }
        if (outcome.payment() == null) {
            throw new ApiException(ErrorCode.TRANSACTION_NOT_FOUND);
        }
        return MessageAnswer.of(message, outcome);
    }
}
