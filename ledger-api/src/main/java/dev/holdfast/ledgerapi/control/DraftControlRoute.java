package dev.holdfast.ledgerapi.control;

import dev.holdfast.engine.control.Controls;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Drafts the next version of a control, or the first. */
public record DraftControlRoute(Controls controls) implements Route {

    private static final int CREATED = 201;

    @Override
    public Future<Answer> serve(Call call) {
        VersionForm form = VersionForm.read(call, VersionForm.Member.RULES);
        return controls.draft(call.tenant().id(), call.pathParameter(), form.rules())
                .map(outcome -> ControlAnswer.of(CREATED, outcome));
    }
}
