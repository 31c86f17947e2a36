package dev.holdfast.ledgerapi.control;

import dev.holdfast.engine.control.Controls;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Lists all versions of a control, the newest first. */
public record ListControlVersionsRoute(Controls controls) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        return controls.versions(call.tenant().id(), call.pathParameter()).map(ControlAnswer::ofVersions);
    }
}
