package dev.holdfast.engine.client;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A client, for an operator.
 *
 * @param liveSecrets the numbers of the secrets that are not revoked, ascending
 * @param disabled whether it is heard no more
 */
public record ClientView(
        UUID id, String name, Set<Scope> scopes, Instant createdAt, List<Integer> liveSecrets, boolean disabled) {

    public ClientView {
        scopes = Set.copyOf(scopes);
        liveSecrets = List.copyOf(liveSecrets);
    }
}
