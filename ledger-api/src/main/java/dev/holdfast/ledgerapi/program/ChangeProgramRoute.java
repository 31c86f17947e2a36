package dev.holdfast.ledgerapi.program;

import dev.holdfast.engine.program.Programs;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import io.vertx.core.Future;

/** Replaces the tenant's settings, if they are still those that the caller has read. */
public record ChangeProgramRoute(Programs programs) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        SettingsForm form = SettingsForm.read(call);
        return programs.change(call.tenant().id(), form.settings(), form.version())
                .map(outcome -> outcome.fold(changed -> ShowProgramRoute.answer(changed.view()), other -> {
                    throw new ApiException(ApiError.of(ErrorCode.SETTINGS_CHANGED));
                }));
    }
}
