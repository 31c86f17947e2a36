package dev.holdfast.ledgerapi.control;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.card.CardView;
import dev.holdfast.engine.card.Cards;
import dev.holdfast.engine.control.AssignmentOutcome;
import dev.holdfast.engine.control.ControlAssignments;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ControlErrors;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** Lets a control apply to an account or one of its cards, or no more. */
public record AssignControlRoute(ControlAssignments assignments, Cards cards) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        AssignForm form = AssignForm.read(call);
        AccountKey account = call.account();
        UUID card = form.card();
        return checked(account, card)
                .compose(known -> form.assigned()
                        ? assignments.assign(account, card, form.control())
                        : assignments.unassign(account, card, form.control()))
                .compose(AssignControlRoute::done)
                .compose(done -> assignments.assigned(account, card))
                .map(ControlAnswer::ofAssigned);
    }

    private Future<Void> checked(AccountKey account, @Nullable UUID card) {
        return card == null
                ? Future.succeededFuture()
                : cards.card(account.tenantId(), card).compose(found -> belongs(found, account));
    }

    private static Future<Void> belongs(Optional<CardView> card, AccountKey account) {
        return card.filter(found -> found.account().equals(account)).isPresent()
                ? Future.succeededFuture()
                : Future.failedFuture(new ApiException(ErrorCode.CARD_NOT_FOUND));
    }

    private static Future<Void> done(AssignmentOutcome outcome) {
        return outcome.fold(
                done -> Future.succeededFuture(),
                refused -> Future.failedFuture(new ApiException(ControlErrors.errorOf(refused.reason()))));
    }
}
