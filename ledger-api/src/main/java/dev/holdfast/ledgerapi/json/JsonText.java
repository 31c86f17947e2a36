package dev.holdfast.ledgerapi.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.money.Money;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes answers. Every member is always present, {@code null} where there is no value. */
public final class JsonText {

    /** RFC 3339 in UTC with exactly six decimals: what PostgreSQL keeps. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** What one answer of a ledger operation takes, with room to spare. */
    private static final int USUAL_SIZE = 512;

    private JsonText() {}

    /** Writes one object. */
    @FunctionalInterface
    public interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The object with these members, in UTF-8. */
    public static Buffer object(Members members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = Json.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    /** Writes {@code "name": {"value": 120.10, "currency": "PHP"}}, the value with exactly the currency's decimals. */
    public static void money(JsonGenerator json, String name, @Nullable Money money) throws IOException {
        if (money == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("value", money.toMajor());
        json.writeStringField("currency", money.currency().code());
        json.writeEndObject();
    }

    public static void text(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value.toString());
        }
    }

    public static void instant(JsonGenerator json, String name, @Nullable Instant value) throws IOException {
        text(json, name, value == null ? null : MICROS.format(value));
    }
}
