package dev.holdfast.ledgerapi.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.StringWriter;

/** Copies a value out of a body. */
final class JsonCopy {

    private JsonCopy() {}

    /** The text of the value at which the parser stands, which stands at its end then. */
    static String of(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            int depth = 0;
            do {
                JsonToken token = parser.currentToken();
                copy(parser, token, json);
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0 && parser.nextToken() != null);
        }
        return text.toString();
    }

    /** As a double, a decimal would not be what was written. */
    private static void copy(JsonParser parser, JsonToken token, JsonGenerator json) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            json.writeNumber(parser.getText());
        } else {
            json.copyCurrentEvent(parser);
        }
    }
}
