package dev.holdfast.engine.notification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.book.AccountKey;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Something that a tenant is told.
 *
 * @param account whose notifications are told in the order of their events
 * @param id by which a receiver knows what it has been told before
 * @param body the envelope as it is sent
 */
public record Notification(AccountKey account, UUID id, NotificationType type, Instant createdAt, String body) {

    /** Receivers may refuse more than 20 KB. What is told today has less than 1 KB. */
    public static final int MAX_CHARACTERS = 16 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    /** What the envelope carries. */
    @FunctionalInterface
    public interface Payload {

        /** Writes the members of {@code data}. */
        void write(JsonGenerator json) throws IOException;
    }

    public Notification {
        if (body.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException("a notification has at most " + MAX_CHARACTERS + " characters");
        }
    }

    /** Puts a payload into its envelope. */
    public static Notification of(
            AccountKey account, UUID id, NotificationType type, Instant createdAt, Payload payload) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("notification_id", id.toString());
            json.writeStringField("type", type.label());
            json.writeStringField(
                    "created_at", createdAt.truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeObjectFieldStart("data");
            payload.write(json);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return new Notification(account, id, type, createdAt, text.toString());
    }
}
