package dev.holdfast.engine.client;

import java.util.Set;

/**
 * A client that is to be made.
 *
 * @param tenant whose program it is
 * @param name 1 to 64 characters, unique for the tenant
 * @param scopes what it may ask for; at least one
 */
public record ClientOrder(int tenant, String name, Set<Scope> scopes) {

    private static final int MAX_NAME = 64;

    /** @throws IllegalArgumentException if there is no name, no scope, or more of a name than fits */
    public ClientOrder {
        scopes = Set.copyOf(scopes);
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a client's name has 1 to " + MAX_NAME + " characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a client has at least one scope");
        }
    }
}
