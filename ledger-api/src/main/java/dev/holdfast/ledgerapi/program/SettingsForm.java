package dev.holdfast.ledgerapi.program;

import dev.holdfast.engine.json.JsonFormException;
import dev.holdfast.engine.program.ProgramSettings;
import dev.holdfast.engine.program.SettingsJson;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;

/** The body that replaces settings. */
final class SettingsForm implements JsonForm {

    private final Problems problems;
    private @Nullable Integer version;
    private @Nullable ProgramSettings settings;

    private SettingsForm(Problems problems) {
        this.problems = problems;
    }

    /**
     * Decodes a body.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static SettingsForm read(Call call) {
        Problems problems = new Problems();
        SettingsForm form = new SettingsForm(problems);
        JsonBody.read(call.body().getBytes(), problems, form);
        problems.require("version", form.version);
        problems.require("settings", form.settings);
        problems.throwIfAny();
        return form;
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "version" -> version = in.whole(name, 0, Integer.MAX_VALUE);
            case "settings" -> settings = settings(in.raw(name));
            default -> in.skip();
        }
    }

    private @Nullable ProgramSettings settings(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return SettingsJson.read(text);
        } catch (JsonFormException bad) {
            String place = bad.place().isEmpty() ? "settings" : "settings." + bad.place();
            problems.add(place, DetailCode.INVALID_VALUE, bad.problem());
            return null;
        }
    }

    int version() {
        return Objects.requireNonNull(version);
    }

    ProgramSettings settings() {
        return Objects.requireNonNull(settings);
    }
}
