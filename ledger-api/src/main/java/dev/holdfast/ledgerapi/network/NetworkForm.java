package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.network.Links;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** The network's own ids of a payment's messages. */
final class NetworkForm implements JsonForm {

    private static final int MAX_NAME = 32;

    /** The longest known has 15 characters. */
    private static final int MAX_ID = 64;

    private String name = "";
    private String own = "";
    private String original = "";

    @Override
    public void member(String member, JsonReader in) throws IOException {
        switch (member) {
            case "name" -> name = orEmpty(in.text(member, MAX_NAME));
            case "id" -> own = orEmpty(in.text(member, MAX_ID));
            case "original_id" -> original = orEmpty(in.text(member, MAX_ID));
            default -> in.skip();
        }
    }

    Links toLinks(@Nullable String approvalCode, @Nullable String retrieval, @Nullable UUID follows) {
        return new Links(name, own, original, orEmpty(approvalCode), orEmpty(retrieval), follows);
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
