package dev.holdfast.engine.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.json.JsonPlace;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A signed text of claims (RFC 7519, compact form). Of all that RFC 7515 allows it is written and read in one way: RS256,
 * and a header of {@code alg}, {@code typ} and {@code kid}. So no header can choose another algorithm, or bring its own key.
 */
final class Jwt {

    /** A header is never this long, and what is not longer costs nothing to read. */
    static final int MAX_LENGTH = 4096;

    private static final String ALGORITHM = "RS256";
    private static final int MAX_WORD = 64;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final String type;
    private final String keyId;
    private final String claims;
    private final byte[] signed;
    private final byte[] signature;

    private Jwt(String type, String keyId, String claims, byte[] signed, byte[] signature) {
        this.type = type;
        this.keyId = keyId;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** Signs claims. */
    static String sign(String type, ObjectNode claims, SigningKey key) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", ALGORITHM).put("typ", type).put("kid", key.keyId());
        String text = encode(header) + "." + encode(claims);
        return text + "." + ENCODER.encodeToString(key.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(ObjectNode node) {
        return ENCODER.encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes what is written as {@link #sign} does; whose it is remains to be seen. */
    static Optional<Jwt> read(String text) {
        String[] parts = text.split("\\.", 4);
        if (text.length() > MAX_LENGTH || parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonPlace header = JsonPlace.parse(decode(parts[0]), MAX_LENGTH).object("alg", "typ", "kid");
            if (!header.member("alg").text(MAX_WORD).equals(ALGORITHM)) {
                return Optional.empty();
            }
            return Optional.of(new Jwt(
                    header.member("typ").text(MAX_WORD),
                    header.member("kid").text(MAX_WORD),
                    decode(parts[1]),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    DECODER.decode(parts[2])));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String decode(String part) {
        return new String(DECODER.decode(part), StandardCharsets.UTF_8);
    }

    String type() {
        return type;
    }

    String keyId() {
        return keyId;
    }

    boolean isSignedBy(SigningKey key) {
        return key.signed(signed, signature);
    }

    /** The claims as JSON; believed only once {@link #isSignedBy} holds. */
    String claims() {
        return claims;
    }

    @Override
    public String toString() {
        return "Jwt[not shown]";
    }
}
