package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.control.ControlSummary;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.ledgerapi.control.ControlAnswer;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Shows one version of a control with its rules: the newest, unless another is asked for. */
public record ShowControlRoute(Controls controls) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        QueryReader reader = new QueryReader(call.query());
        @Nullable Integer number = reader.whole("number", Controls.MAX_VERSIONS);
        reader.finish();
        int tenant = call.tenant().id();
        return controls.versions(tenant, call.pathParameter())
                .compose(versions -> versions.stream()
                        .map(ControlSummary::version)
                        .filter(version -> number == null || version.number() == number)
                        .findFirst()
                        .map(version -> controls.version(tenant, version))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .map(ControlAnswer::ofVersion);
    }
}
