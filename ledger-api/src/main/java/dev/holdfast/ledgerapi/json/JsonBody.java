package dev.holdfast.ledgerapi.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.ledgerapi.error.ApiError;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.error.Problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the body of a request: exactly one JSON object in UTF-8. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * Hands every member of the object to the form.
     *
     * @throws ApiException if the bytes are not one JSON object; problems of fields go to {@code problems} instead
     */
    public static void read(byte[] body, Problems problems, JsonForm form) {
        if (!isUtf8(body)) {
            throw malformed("the body is not UTF-8 text");
        }
        try (JsonParser parser = Json.FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("the body is not a JSON object");
            }
            new JsonReader(parser, problems).members(form);
            if (parser.nextToken() != null) {
                throw malformed("the body goes on after the JSON object");
            }
        } catch (JacksonException e) {
            throw malformed("the body is not valid JSON or repeats a member" + place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /**
     * Whether the bytes are well-formed UTF-8 without a zero byte. JSON text has none, but UTF-16 and UTF-32 do, which
     * the parser would otherwise detect and accept; and the parser alone lets overlong forms and surrogates through.
     */
    private static boolean isUtf8(byte[] body) {
        boolean ascii = true;
        for (byte b : body) {
            if (b == 0) {
                return false;
            }
            ascii &= b > 0;
        }
        if (ascii) {
            return true;
        }
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .limit()
                    >= 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static ApiException malformed(String message) {
        return new ApiException(ApiError.of(ErrorCode.VALIDATION_ERROR, message));
    }
}
