package dev.holdfast.engine.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.json.JsonPlace;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an access token says.
 *
 * @param client whom it was issued to
 * @param secretNumber the secret that it was issued for, which must be live when it is used
 * @param issuedAt whole seconds
 * @param expiresAt whole seconds; from then on it counts no more
 */
record AccessClaims(UUID client, int secretNumber, Set<Scope> scopes, Instant issuedAt, Instant expiresAt) {

    /** RFC 9068: no other JWT can be taken for an access token. */
    static final String TYPE = "at+jwt";

    static final String ID_TYPE = "JWT";

    /** Who issues tokens, and whom they are for: the same. Another installation has other keys. */
    private static final String ISSUER = "holdfast";

    private static final int MAX_TEXT = 1024;
    private static final long MAX_SECONDS = 253_402_300_799L;

    AccessClaims {
        scopes = Set.copyOf(scopes);
    }

    ObjectNode toAccessToken() {
        return common(ISSUER)
                .put("client_id", client.toString())
                .put("scope", Scope.text(scopes))
                .put("secret_no", secretNumber)
                .put("jti", UUID.randomUUID().toString());
    }

    /** Says who the client is, to the client alone; opens nothing. */
    ObjectNode toIdToken() {
        return common(client.toString());
    }

    private ObjectNode common(String audience) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", ISSUER)
                .put("sub", client.toString())
                .put("aud", audience)
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
    }

    /** Reads the claims of an access token; nothing if they are not such. */
    static Optional<AccessClaims> read(String json) {
        try {
            JsonPlace claims = JsonPlace.parse(json, Jwt.MAX_LENGTH)
                    .object("iss", "sub", "aud", "iat", "exp", "client_id", "scope", "secret_no", "jti");
            if (!claims.member("iss").text(MAX_TEXT).equals(ISSUER)
                    || !claims.member("aud").text(MAX_TEXT).equals(ISSUER)) {
                return Optional.empty();
            }
            return Optional.of(new AccessClaims(
                    UUID.fromString(claims.member("client_id").text(MAX_TEXT)),
                    (int) claims.member("secret_no").whole(1, Short.MAX_VALUE),
                    scopes(claims.member("scope").text(MAX_TEXT)),
                    instant(claims.member("iat")),
                    instant(claims.member("exp"))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Instant instant(JsonPlace seconds) {
        return Instant.ofEpochSecond(seconds.whole(0, MAX_SECONDS));
    }

    /** One that another release has issued may name what this one does not know, which allows nothing. */
    private static Set<Scope> scopes(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String spelling : text.split(" ", -1)) {
            Scope.find(spelling).ifPresent(scopes::add);
        }
        return scopes;
    }
}
