package dev.holdfast.ledgerapi.approval;

import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** The members that name the token that a payment is made with; one of our card ids, or somebody else's name. */
final class TokenForm {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MAX_TOKEN = 128;

    private @Nullable UUID id;

    /** Reads a member that names a token; false if it is none. The last that may be a card id counts. */
    boolean take(String name, JsonReader in) throws IOException {
        switch (name) {
            case "static_token_id", "device_id", "digital_token_id" -> {
                String token = in.text(name, MAX_TOKEN);
                if (token != null && ID.matcher(token).matches()) {
                    id = UUID.fromString(token);
                }
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    @Nullable
    UUID id() {
        return id;
    }
}
