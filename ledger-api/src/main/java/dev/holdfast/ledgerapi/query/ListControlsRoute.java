package dev.holdfast.ledgerapi.query;

import dev.holdfast.engine.control.Controls;
import dev.holdfast.ledgerapi.control.ControlAnswer;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/** Lists the names of the tenant's controls, in order. */
public record ListControlsRoute(Controls controls) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        QueryReader reader = new QueryReader(call.query());
        int limit = reader.limit();
        @Nullable String after = reader.cursor();
        reader.finish();
        // The engine's pages are shorter than the longest of the contract.
        int size = Math.min(limit, Controls.MAX_PAGE);
        return controls.list(call.tenant().id(), Objects.requireNonNullElse(after, ""), size)
                .map(names -> page(names, size));
    }

    private static Answer page(List<String> names, int size) {
        return ControlAnswer.ofNames(names, names.size() == size ? names.get(size - 1) : null);
    }
}
