package dev.holdfast.engine.notification;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Where a tenant wants to be told, and of what.
 *
 * @param url absolute; whether it may be sent to is for {@link TargetPolicy}
 * @param types labels of {@link NotificationType}, or {@link #ALL_TYPES}
 * @param batch whether as an array of notifications, or each by itself
 * @param header sent with each; null for none
 */
public record SubscriptionRequest(
        String url,
        Set<String> types,
        boolean batch,
        @Nullable AuthHeader header) {

    /** Every type, those that are yet to come included. */
    public static final String ALL_TYPES = "*";

    public static final int MAX_URL = 2048;

    /** @throws IllegalArgumentException if a type is not known, or there is none */
    public SubscriptionRequest {
        types = Set.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("at least one type");
        }
        for (String type : types) {
            if (!type.equals(ALL_TYPES) && NotificationType.find(type).isEmpty()) {
                throw new IllegalArgumentException("a type that is not known");
            }
        }
        if (url.isEmpty() || url.length() > MAX_URL) {
            throw new IllegalArgumentException("a URL has 1 to " + MAX_URL + " characters");
        }
    }
}
