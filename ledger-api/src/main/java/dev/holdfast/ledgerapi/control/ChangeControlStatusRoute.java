package dev.holdfast.ledgerapi.control;

import dev.holdfast.engine.control.ControlOutcome;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Takes a version a step further: into shadow, active, retired. */
public record ChangeControlStatusRoute(Controls controls) implements Route {

    private static final int OK = 200;

    @Override
    public Future<Answer> serve(Call call) {
        VersionForm form = VersionForm.read(call, VersionForm.Member.NUMBER, VersionForm.Member.STATUS);
        return step(call.tenant().id(), form.version(call), form).map(outcome -> ControlAnswer.of(OK, outcome));
    }

    private Future<ControlOutcome> step(int tenant, ControlVersion version, VersionForm form) {
        return switch (form.status()) {
            case SHADOW -> controls.shadow(tenant, version);
            case ACTIVE -> controls.activate(tenant, version);
            case DRAFT, RETIRED -> controls.retire(tenant, version);
        };
    }
}
