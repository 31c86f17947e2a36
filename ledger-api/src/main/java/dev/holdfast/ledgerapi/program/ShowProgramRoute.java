package dev.holdfast.ledgerapi.program;

import dev.holdfast.engine.program.ProgramView;
import dev.holdfast.engine.program.Programs;
import dev.holdfast.engine.program.SettingsJson;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;

/** Shows the tenant's settings, with the version that a change must name. */
public record ShowProgramRoute(Programs programs) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        return Future.succeededFuture(answer(programs.view(call.tenant().id())));
    }

    static Answer answer(ProgramView view) {
        return Answer.ok(JsonText.object(json -> {
            json.writeNumberField("version", view.version());
            json.writeFieldName("settings");
            json.writeRawValue(SettingsJson.write(view.settings()));
        }));
    }
}
