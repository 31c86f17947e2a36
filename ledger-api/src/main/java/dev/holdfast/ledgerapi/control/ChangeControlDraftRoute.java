package dev.holdfast.ledgerapi.control;

import dev.holdfast.engine.control.Controls;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Gives a draft other rules. */
public record ChangeControlDraftRoute(Controls controls) implements Route {

    private static final int OK = 200;

    @Override
    public Future<Answer> serve(Call call) {
        VersionForm form = VersionForm.read(call, VersionForm.Member.NUMBER, VersionForm.Member.RULES);
        return controls.change(call.tenant().id(), form.version(call), form.rules())
                .map(outcome -> ControlAnswer.of(OK, outcome));
    }
}
