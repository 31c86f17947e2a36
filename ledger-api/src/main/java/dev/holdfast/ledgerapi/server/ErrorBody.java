package dev.holdfast.ledgerapi.server;

import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ErrorDetail;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.buffer.Buffer;

/** Writes the body that every error has. */
final class ErrorBody {

    private ErrorBody() {}

    static Buffer of(ApiError error) {
        return JsonText.object(json -> {
            json.writeStringField("error_code", error.code().code());
            json.writeStringField("message", error.message());
            json.writeArrayFieldStart("details");
            for (ErrorDetail detail : error.details()) {
                json.writeStartObject();
                json.writeStringField("error_code", detail.code().code());
                json.writeStringField("message", detail.message());
                json.writeStringField("param", detail.param());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
