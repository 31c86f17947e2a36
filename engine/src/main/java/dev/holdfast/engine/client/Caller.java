package dev.holdfast.engine.client;

import dev.holdfast.engine.tenant.Tenant;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls with an access token.
 *
 * @param scopes what the token allows and the client still may
 */
public record Caller(Tenant tenant, UUID client, Set<Scope> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
