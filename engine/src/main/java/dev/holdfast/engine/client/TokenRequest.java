package dev.holdfast.engine.client;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * A client asks for a token.
 *
 * @param scopes what it is to allow; null for all that the client may ask for
 */
public record TokenRequest(
        UUID client, ClientSecret secret, @Nullable Set<Scope> scopes) {

    public TokenRequest {
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }
}
