package dev.holdfast.ledgerapi.token;

import dev.holdfast.engine.client.PublicKeyView;
import dev.holdfast.engine.client.SigningKeys;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;

/** Publishes the keys that access tokens are checked with. */
public record SigningKeysRoute(SigningKeys keys) {

    public Future<Answer> serve() {
        return keys.published()
                .map(published -> Answer.ok(JsonText.object(json -> {
                    json.writeArrayFieldStart("keys");
                    for (PublicKeyView key : published) {
                        json.writeStartObject();
                        json.writeStringField("kty", "RSA");
                        json.writeStringField("use", "sig");
                        json.writeStringField("alg", "RS256");
                        json.writeStringField("kid", key.keyId());
                        json.writeStringField("n", key.modulus());
                        json.writeStringField("e", key.exponent());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                })));
    }
}
