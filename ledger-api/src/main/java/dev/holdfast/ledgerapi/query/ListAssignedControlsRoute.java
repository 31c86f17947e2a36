package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.control.ControlAssignments;
import dev.holdfast.ledgerapi.control.ControlAnswer;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Lists the controls that are assigned to an account, or to one of its cards. */
public record ListAssignedControlsRoute(ControlAssignments assignments) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        QueryReader reader = new QueryReader(call.query());
        @Nullable UUID card = reader.uuid("card_id");
        reader.finish();
        return assignments.assigned(call.account(), card).map(ControlAnswer::ofAssigned);
    }
}
