package dev.holdfast.engine.client;

import dev.holdfast.engine.tenant.Tenant;

import java.util.Set;

/**
 * What counts of a client while it calls.
 *
 * @param liveSecrets the numbers of the secrets that are not revoked
 */
record ClientFacts(Tenant tenant, Set<Scope> scopes, Set<Integer> liveSecrets) {

    ClientFacts {
        scopes = Set.copyOf(scopes);
        liveSecrets = Set.copyOf(liveSecrets);
    }
}
