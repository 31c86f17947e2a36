package dev.holdfast.ledgerapi.control;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.control.ControlOutcome;
import dev.holdfast.engine.control.ControlStatus;
import dev.holdfast.engine.control.ControlSummary;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.ControlView;
import dev.holdfast.engine.control.RulesJson;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ControlErrors;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.json.JsonText;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes controls. */
public final class ControlAnswer {

    private ControlAnswer() {}

    static Answer of(int status, ControlOutcome outcome) {
        return outcome.fold(
                done -> new Answer(status, JsonText.object(json -> write(json, done.view())), false), refused -> {
                    throw new ApiException(ControlErrors.errorOf(refused.reason()));
                });
    }

    private static void write(JsonGenerator json, ControlView view) throws IOException {
        write(json, view.set().version(), view.set().status(), view.times());
        json.writeFieldName("rules");
        json.writeRawValue(RulesJson.write(view.set().rules()));
    }

    private static void write(JsonGenerator json, ControlVersion version, ControlStatus status, ControlView.Times times)
            throws IOException {
        json.writeStringField("control", version.control());
        json.writeNumberField("number", version.number());
        json.writeStringField("status", status.label());
        JsonText.instant(json, "created_at", times.created());
        JsonText.instant(json, "shadow_at", times.shadow());
        JsonText.instant(json, "active_at", times.active());
        JsonText.instant(json, "retired_at", times.retired());
    }

    /** A version, if it is there. */
    public static Answer ofVersion(Optional<ControlView> version) {
        ControlView view = version.orElseThrow(() -> new ApiException(ErrorCode.CONTROL_NOT_FOUND));
        return Answer.ok(JsonText.object(json -> write(json, view)));
    }

    static Answer ofVersions(List<ControlSummary> versions) {
        if (versions.isEmpty()) {
            throw new ApiException(ErrorCode.CONTROL_NOT_FOUND);
        }
        return Answer.ok(JsonText.object(json -> {
            json.writeArrayFieldStart("data");
            for (ControlSummary version : versions) {
                json.writeStartObject();
                write(json, version.version(), version.status(), version.times());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    /** The names of all controls that are assigned somewhere. */
    public static Answer ofAssigned(List<String> names) {
        return Answer.ok(JsonText.object(json -> writeNames(json, names)));
    }

    /** A page of names. */
    public static Answer ofNames(List<String> names, @Nullable String nextCursor) {
        return Answer.ok(JsonText.object(json -> {
            writeNames(json, names);
            JsonText.text(json, "next_cursor", nextCursor);
        }));
    }

    private static void writeNames(JsonGenerator json, List<String> names) throws IOException {
        json.writeArrayFieldStart("data");
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }
}
